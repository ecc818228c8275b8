//! What to compare: circumstance, whose lives, measure, and more on request.

use leptos::prelude::*;

use super::app::App;
use super::live::{self, Shared};
use super::page;
use crate::model::{AreaKind, Code, IndicatorId, Listed, Sector, Sex};
use crate::view::{Grouping, Outcome, View};
use crate::words;

/// An entry of a select: its value in the address and its words.
type Choice = (String, String);

/// The controls of the relate figure.
#[component]
pub fn Controls(
    /// The app's state.
    app: App,
) -> impl IntoView {
    // Choices that are in force must be seen, whoever made them.
    let has_more = app
        .view
        .with_untracked(|view| view.within != Code::UK || view.period.is_some() || view.color.is_some() || view.size);
    view! {
        <div class="controls">
            <Circumstance app/>
            <fieldset class="whose">
                <legend>"Whose lives"</legend>
                <SexRadio app sex=Sex::Female/>
                <SexRadio app sex=Sex::Male/>
            </fieldset>
            <Select
                id="measure"
                label="Measure"
                choices=live::shared(measures)
                value=live::shared(move || app.view.with(|view| view.y.to_string()))
                choose=choice(move |value| app.change(|view| { set(&mut view.y, &value); view.period = None; }))
            />
            <details class="more" open=has_more>
                <summary>"More options"</summary>
                <div class="options"><MoreOptions app/></div>
            </details>
        </div>
    }
}

/// What a select does with a choice.
fn choice(choose: impl Fn(String) + 'static) -> Box<dyn Fn(String)> {
    Box::new(choose)
}

/// The entries of a select; the one that is the value is selected.
fn options(choices: Vec<Choice>, value: &Shared<String>) -> Vec<AnyView> {
    let option = |(id, words): Choice| {
        let (own, value) = (id.clone(), value.clone());
        let selected = live::flag(move || value() == own);
        view! { <option value=id selected=selected>{words}</option> }.into_any()
    };
    choices.into_iter().map(option).collect()
}

/// Sets a part of the view from a select's value; an unreadable value changes nothing.
fn set<T: core::str::FromStr>(part: &mut T, value: &str) {
    if let Ok(value) = value.parse() {
        *part = value;
    }
}

/// The circumstances, grouped by sector.
#[component]
fn Circumstance(app: App) -> impl IntoView {
    let value = live::shared(move || app.view.with(|view| view.x.to_string()));
    let shown = value.clone();
    let group = move |sector: Sector| {
        let of_sector: Vec<Choice> = app.read(|loaded| {
            let all = loaded.atlas.indicators.iter().filter(|indicator| indicator.sector == sector);
            all.map(|indicator| (indicator.id.to_string(), indicator.name.clone())).collect()
        });
        (!of_sector.is_empty()).then(|| {
            view! {
                <optgroup label=words::sector_name(page::lang(), sector)>{options(of_sector, &value)}</optgroup>
            }
            .into_any()
        })
    };
    let choose = live::act(move |event| {
        if let Some(x) = IndicatorId::new(&event_target_value(&event)) {
            app.change(|view| view.x = x);
        }
    });
    let sectors = Sector::ALL.iter().copied().filter(|sector| *sector != Sector::Outcome);
    view! {
        <div class="field circumstance">
            <label for="circumstance">"Circumstance"</label>
            <select id="circumstance" on:change=choose prop:value=live::text(move || shown())>
                {sectors.filter_map(group).collect::<Vec<AnyView>>()}
            </select>
        </div>
    }
}

#[component]
fn SexRadio(app: App, sex: Sex) -> impl IntoView {
    view! {
        <label class="radio">
            <input
                type="radio"
                name="sex"
                prop:checked=live::state(move || app.view.with(|view| view.sex == sex))
                on:change=live::act(move |_| app.change(|view| view.sex = sex))
            />
            <span>{words::whose_title(page::lang(), sex)}</span>
        </label>
    }
}

#[component]
fn MoreOptions(app: App) -> impl IntoView {
    let periods = move || {
        let view = app.view.get();
        app.read(|loaded| view.periods(&loaded.manifest))
            .into_iter()
            .rev()
            .map(|period| (period.to_string(), words::period(page::lang(), period)))
            .collect::<Vec<Choice>>()
    };
    let period = move || {
        let view = app.view.get();
        let latest = app.read(|loaded| view.latest(&loaded.manifest));
        view.period.or(latest).map(|period| period.to_string()).unwrap_or_default()
    };
    let choose_period = move |value: String| {
        let latest = app.read(|loaded| app.view.get_untracked().latest(&loaded.manifest));
        app.change(|view| view.period = value.parse().ok().filter(|period| Some(*period) != latest));
    };
    view! {
        <Select
            id="within"
            label="Places in"
            choices=live::shared(move || scopes(app))
            value=live::shared(move || app.view.with(|view| view.within.to_string()))
            choose=choice(move |value| app.change(|view| set(&mut view.within, &value)))
        />
        <Select id="period" label="Period of the lives" choices=live::shared(periods) value=live::shared(period) choose=choice(choose_period)/>
        <Select
            id="color"
            label="Colour by"
            choices=live::shared(groupings)
            value=live::shared(move || app.view.with(grouping_id))
            choose=choice(move |value| app.change(|view| view.color = value.parse().ok()))
        />
        <label class="radio">
            <input
                type="checkbox"
                prop:checked=live::state(move || app.view.with(|view| view.size))
                on:change=live::act(move |event| app.change(|view| view.size = event_target_checked(&event)))
            />
            <span>"Size by population"</span>
        </label>
    }
}

/// A labelled select whose choices and value follow the state.
#[component]
fn Select(
    /// Its id in the page.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What can be chosen.
    choices: Shared<Vec<Choice>>,
    /// What is chosen.
    value: Shared<String>,
    /// What to do with a choice.
    choose: Box<dyn Fn(String)>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=live::act(move |event| choose(event_target_value(&event)))>
                {live::views(move || options(choices(), &value))}
            </select>
        </div>
    }
}

fn measures() -> Vec<Choice> {
    Outcome::ALL.iter().map(|y| (y.to_string(), words::outcome_title(page::lang(), *y).to_owned())).collect()
}

fn groupings() -> Vec<Choice> {
    [("", "Nothing"), (Grouping::Nation.id(), "Nation"), (Grouping::Region.id(), "Region or nation")]
        .map(|(id, words)| (id.to_owned(), words.to_owned()))
        .to_vec()
}

fn grouping_id(view: &View) -> String {
    view.color.map(|color| color.to_string()).unwrap_or_default()
}

/// The UK, its nations and England's regions.
fn scopes(app: App) -> Vec<Choice> {
    app.read(|loaded| {
        let of = |kind| loaded.atlas.areas_of(kind);
        let all = of(AreaKind::Uk).chain(of(AreaKind::Nation)).chain(of(AreaKind::Region));
        all.map(|area| (Code::to_string(&area.code), area.name.clone())).collect()
    })
}
