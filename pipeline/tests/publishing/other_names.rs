//! Where other names of places lead.

use std::collections::BTreeMap;
use std::fs;

use healthy_years::model::NameKind;
use healthy_years::search::fold;

use crate::OUT;
use crate::support::{DATA, options};

/// Path that has moved to the path it has, from the file for other hosts.
fn moved() -> BTreeMap<String, String> {
    let text = fs::read_to_string(OUT.join("_redirects")).unwrap();
    let pair = |line: &str| {
        let mut parts = line.split(' ').map(str::to_owned);
        (parts.next().unwrap(), parts.next().unwrap())
    };
    text.lines().map(pair).collect()
}

fn page(path: &str) -> String {
    fs::read_to_string(OUT.join(&path[1..]).join("index.html")).unwrap()
}

#[test]
fn every_other_name_has_a_page_that_leads_to_its_places() {
    let (atlas, _) = &*DATA;
    let moved = moved();
    for name in &atlas.names {
        let path = format!("/area/{}/", fold(&name.name).replace(' ', "-"));
        let own = atlas.area(name.area).unwrap();
        let target = format!("/area/{}/", own.slug);
        let is_a_places = atlas.areas.iter().any(|area| path == format!("/area/{}/", area.slug));
        assert!(is_a_places || page(&path).contains(&format!("href=\"{target}\"")), "{} of {}", name.name, own.name);
        if let Some(to) = moved.get(&path) {
            assert!(*to == target && !is_a_places, "{path} leads to {to}, and is a name of {}", own.name);
        }
    }
}

#[test]
fn a_whole_place_is_led_to_and_a_part_is_not() {
    let moved = moved();
    let to = |name: &str| moved.get(&format!("/area/{name}/")).map(String::as_str);
    assert_eq!(to("hull"), Some("/area/kingston-upon-hull/"));
    assert_eq!(to("caerdydd"), Some("/area/cardiff/"));
    assert_eq!(to("sir-gar"), Some("/area/carmarthenshire/"));
    for name in ["burnley", "cumbria", "yorkshire", "craven", "blackpool", "lancashire"] {
        assert_eq!(to(name), None, "{name}");
    }
    assert!(page("/area/yorkshire/").contains("Several places go by the name of Yorkshire."));
    let parts = [NameKind::District, NameKind::Within, NameKind::Former];
    let own = |path: &str| {
        let names = DATA.0.names.iter().filter(|name| format!("/area/{}/", fold(&name.name).replace(' ', "-")) == path);
        names.clone().count() > 0 && names.clone().all(|name| parts.contains(&name.kind))
    };
    assert!(moved.keys().filter(|path| path.ends_with('/')).all(|path| !own(path)));
}

/// Everything that names the site's own address; nothing else of the pages changes with it.
#[test]
fn only_what_leaves_the_site_depends_on_its_address() {
    let mut elsewhere = options("elsewhere");
    elsewhere.address = "https://other.example".parse().unwrap();
    pipeline::publish::command(&elsewhere).unwrap();
    for path in
        ["index.html", "area/blackpool/index.html", "area/blackpool/oembed.json", "sitemap.xml", "404.html", "_headers"]
    {
        let [here, there] = [&*OUT, &elsewhere.out].map(|out| fs::read_to_string(out.join(path)).unwrap());
        assert_eq!(here.replace("https://hy.example", "https://other.example"), there, "{path}");
    }
}
