//! What to compare: circumstance, whose lives, measure, and more on request.

use leptos::prelude::*;

use super::app::App;
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
                choices=Signal::derive(measures)
                value=Signal::derive(move || app.view.with(|view| view.y.to_string()))
                choose=move |value: String| app.change(|view| { set(&mut view.y, &value); view.period = None; })
            />
            <details class="more">
                <summary>"More options"</summary>
                <MoreOptions app/>
            </details>
        </div>
    }
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
    let group = move |sector: Sector| {
        let of_sector: Vec<Choice> = app.read(|loaded| {
            let all = loaded.atlas.indicators.iter().filter(|indicator| indicator.sector == sector);
            all.map(|indicator| (indicator.id.to_string(), indicator.name.clone())).collect()
        });
        let option = move |(id, name): Choice| {
            let own = id.clone();
            view! { <option value=id selected=move || app.view.with(|view| view.x.as_str() == own)>{name}</option> }
        };
        (!of_sector.is_empty()).then(|| {
            view! {
                <optgroup label=words::sector_name(page::lang(), sector)>
                    {of_sector.into_iter().map(option).collect_view()}
                </optgroup>
            }
        })
    };
    let choose = move |event| {
        if let Some(x) = IndicatorId::new(&event_target_value(&event)) {
            app.change(|view| view.x = x);
        }
    };
    let sectors = Sector::ALL.iter().copied().filter(|sector| *sector != Sector::Outcome);
    view! {
        <div class="field circumstance">
            <label for="circumstance">"Circumstance"</label>
            <select id="circumstance" on:change=choose>
                {sectors.map(group).collect_view()}
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
                prop:checked=move || app.view.with(|view| view.sex == sex)
                on:change=move |_| app.change(|view| view.sex = sex)
            />
            <span>{words::whose_title(page::lang(), sex)}</span>
        </label>
    }
}

#[component]
fn MoreOptions(app: App) -> impl IntoView {
    let scopes = StoredValue::new(scopes(app));
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
            choices=Signal::derive(move || scopes.get_value())
            value=Signal::derive(move || app.view.with(|view| view.within.to_string()))
            choose=move |value: String| app.change(|view| set(&mut view.within, &value))
        />
        <Select id="period" label="Period of the lives" choices=Signal::derive(periods) value=Signal::derive(period) choose=choose_period/>
        <Select
            id="color"
            label="Colour by"
            choices=Signal::derive(groupings)
            value=Signal::derive(move || app.view.with(grouping_id))
            choose=move |value: String| app.change(|view| view.color = value.parse().ok())
        />
        <label class="radio">
            <input
                type="checkbox"
                prop:checked=move || app.view.with(|view| view.size)
                on:change=move |event| app.change(|view| view.size = event_target_checked(&event))
            />
            <span>"Size by population"</span>
        </label>
    }
}

/// A labelled select whose choices and value follow signals.
#[component]
fn Select(
    /// Its id in the page.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What can be chosen.
    choices: Signal<Vec<Choice>>,
    /// What is chosen.
    value: Signal<String>,
    /// What to do with a choice.
    choose: impl Fn(String) + Send + Sync + 'static,
) -> impl IntoView {
    let option = move |(id, words): Choice| {
        let own = id.clone();
        view! { <option value=id selected=move || value.with(|value| *value == own)>{words}</option> }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| choose(event_target_value(&event))>
                {move || choices.get().into_iter().map(option).collect_view()}
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
