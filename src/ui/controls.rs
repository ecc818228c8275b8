//! What to compare: circumstance, whose lives, measure, and more on request.

use leptos::prelude::{event_target_checked, event_target_value};

use super::app::App;
use super::dom::{Element, el};
use super::page;
use crate::model::{AreaKind, Code, IndicatorId, Listed, Period, Sector, Sex};
use crate::view::{Grouping, Outcome};
use crate::words;

/// The controls of the relate figure.
pub fn controls(app: App) -> Element {
    el("div").class("controls").add(circumstance(app)).add(whose(app)).add(measure(app)).add(more(app))
}

/// Women or men.
pub fn whose(app: App) -> Element {
    let legend = el("legend").text("Whose lives");
    el("fieldset").class("whose").add(legend).add(sex(app, Sex::Female)).add(sex(app, Sex::Male))
}

/// The entries of all circumstances, grouped by sector.
pub fn circumstances(app: App) -> Vec<Element> {
    let group = move |sector: &Sector| {
        let options: Vec<Element> = app.read(|loaded| {
            let of_sector = loaded.atlas.indicators.iter().filter(|indicator| indicator.sector == *sector);
            of_sector.map(|indicator| option(indicator.id.as_str(), &indicator.name)).collect()
        });
        let group = el("optgroup").set("label", words::sector_name(page::lang(), *sector));
        (!options.is_empty() && *sector != Sector::Outcome).then(|| group.add_all(options))
    };
    Sector::ALL.iter().filter_map(group).collect()
}

fn circumstance(app: App) -> Element {
    let value = move || app.view.with(|view| view.x.to_string());
    let choose = move |value: String| {
        if let Some(x) = IndicatorId::new(&value) {
            app.change(|view| view.x = x);
        }
    };
    field("circumstance", "Circumstance", move || circumstances(app), value, choose).class("field circumstance")
}

fn sex(app: App, sex: Sex) -> Element {
    let button = el("input")
        .set("type", "radio")
        .set("name", "sex")
        .property("checked", move || app.view.with(|view| view.sex == sex).into())
        .on("change", move |_| app.change(|view| view.sex = sex));
    labelled(button, words::whose_title(page::lang(), sex))
}

fn measure(app: App) -> Element {
    let options = || Outcome::ALL.iter().map(|y| option(y.id(), words::outcome_title(page::lang(), *y))).collect();
    let value = move || app.view.with(|view| view.y.id().to_owned());
    let choose = move |value: String| {
        app.change(|view| {
            view.y = value.parse().unwrap_or(view.y);
            view.period = None;
        });
    };
    field("measure", "Measure", options, value, choose)
}

/// Whether a choice is in force that only fewer people need: it must be seen, whoever made it.
pub fn has_more(app: App) -> bool {
    app.view
        .with_untracked(|view| view.within != Code::UK || view.period.is_some() || view.color.is_some() || view.size)
}

/// What fewer people need.
fn more(app: App) -> Element {
    let options = el("div").class("options").add(within(app)).add(period(app)).add(colour(app)).add(size(app));
    let more = el("details").class("more").add(el("summary").text("More options")).add(options);
    if has_more(app) { more.set("open", "") } else { more }
}

/// The UK, its nations and England's regions.
pub fn within(app: App) -> Element {
    let options = move || {
        app.read(|loaded| {
            let kinds = [AreaKind::Uk, AreaKind::Nation, AreaKind::Region];
            let areas = kinds.iter().flat_map(|kind| loaded.atlas.areas_of(*kind));
            areas.map(|area| option(&area.code.to_string(), &area.name)).collect()
        })
    };
    let value = move || app.view.with(|view| view.within.to_string());
    let choose = move |value: String| app.change(|view| view.within = value.parse().unwrap_or(view.within));
    field("within", "Places in", options, value, choose)
}

/// The period of what is measured.
pub fn period(app: App) -> Element {
    let options = move || {
        let periods = app.view.with(|view| app.read(|loaded| view.periods(&loaded.manifest)));
        let option = |period| option(&Period::to_string(period), &words::period(page::lang(), *period));
        periods.iter().rev().map(option).collect()
    };
    let value = move || {
        let period = app.view.with(|view| view.period.or(app.read(|loaded| view.latest(&loaded.manifest))));
        period.map(|period| period.to_string()).unwrap_or_default()
    };
    let choose = move |value: String| {
        app.change(|view| {
            let latest = app.read(|loaded| view.latest(&loaded.manifest));
            view.period = value.parse().ok().filter(|period| Some(*period) != latest);
        });
    };
    field("period", "Period", options, value, choose)
}

fn colour(app: App) -> Element {
    let options = || {
        let groupings = [(Grouping::Nation, "Nation"), (Grouping::Region, "Region or nation")];
        let mut options = vec![option("", "Nothing")];
        options.extend(groupings.map(|(grouping, words)| option(grouping.id(), words)));
        options
    };
    let value = move || app.view.with(|view| view.color.map(Grouping::id).unwrap_or_default().to_owned());
    let choose = move |value: String| app.change(|view| view.color = value.parse().ok());
    field("color", "Colour by", options, value, choose)
}

fn size(app: App) -> Element {
    let button = el("input")
        .set("type", "checkbox")
        .property("checked", move || app.view.with(|view| view.size).into())
        .on("change", move |event| app.change(|view| view.size = event_target_checked(event)));
    labelled(button, "Size by population")
}

/// A labelled select whose options and value follow the state.
pub fn field(
    id: &str,
    label: &str,
    options: impl Fn() -> Vec<Element> + 'static,
    value: impl Fn() -> String + 'static,
    choose: impl Fn(String) + 'static,
) -> Element {
    let select = el("select")
        .set("id", id)
        .children(options)
        .property("value", move || value().into())
        .on("change", move |event| choose(event_target_value(event)));
    el("div").class("field").add(el("label").set("for", id).text(label)).add(select)
}

/// An entry of a select: its value in the address and its words.
pub fn option(id: &str, words: &str) -> Element {
    el("option").set("value", id).text(words)
}

/// A button to tick, with its words.
fn labelled(button: Element, words: &str) -> Element {
    el("label").class("radio").add(button).add(el("span").text(words))
}
