//! The picture of every figure for three places, as SVG text: any change of a line, a number or a letter is seen.
//!
//! What is committed is a digest of each text (`snapshots/`); the texts themselves are written beside the test binaries, so
//! that one can be held against that of an earlier commit. `cargo insta accept` takes a change that was meant.

use std::path::Path;

use healthy_years::chart::Frame;
use healthy_years::figure;
use healthy_years::model::Code;
use healthy_years::paint::svg::{self, Colours};
use healthy_years::view::{NAVIGATION, Page, Slug, View};
use sha2::{Digest, Sha256};

use crate::support::DATA;

const PLACES: [&str; 3] = ["Blackpool", "Cardiff", "Belfast"];
const WIDTHS: [u32; 2] = [343, 1072];

/// Every page with the place chosen, and the place's own.
fn views(slug: &str, area: Code) -> Vec<View> {
    let own = View::of(Page::Area(Slug::new(slug).unwrap()));
    let with_place = |page: Page| View::of(page).with_area(area);
    NAVIGATION.into_iter().map(with_place).chain([own]).collect()
}

#[test]
fn every_picture_of_three_places_is_as_it_was() {
    let (atlas, _) = &*DATA;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    std::fs::create_dir_all(&folder).unwrap();
    let mut lines = Vec::new();
    for place in PLACES {
        let area = atlas.areas.iter().find(|area| area.name == place).unwrap();
        for view in views(&area.slug, area.code) {
            for figure in figure::figures(atlas, &view).unwrap() {
                for width in WIDTHS {
                    let svg = svg::picture(&figure, Frame::of(&figure, width), Colours::Page);
                    let page = view.page.path().replace('/', " ").trim().replace(' ', "-");
                    let name = format!("{}-{page}-{}-{width}", area.slug, figure.id).replace("--", "-");
                    let digest: String = Sha256::digest(&svg)[..6].iter().map(|byte| format!("{byte:02x}")).collect();
                    lines.push(format!("{name} {digest}"));
                    std::fs::write(folder.join(name + ".svg"), svg).unwrap();
                }
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}
