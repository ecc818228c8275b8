//! The home page, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::model::Sex;
use healthy_years::view::{Outcome, View};
use healthy_years::words;
use maud::{Markup, html};

use super::{Material, view};
use crate::publish::PublishError;

/// The page as HTML text.
pub(super) fn page(material: &Material) -> Result<String, PublishError> {
    let view = View::default();
    let headline = figure::headline(&material.context.atlas, &view).map_err(|error| view::failed(&view, error))?;
    view::page(material, &view, &headline, controls(material, &view))
}

/// The app's controls, not yet working: they hold the place so that nothing moves when the app takes over.
fn controls(material: &Material, view: &View) -> Markup {
    let circumstance = material.context.atlas.indicator(view.x.as_str()).map(|x| x.name.as_str()).unwrap_or_default();
    html! {
        div.pick.needs-script {
            div.search {
                label for="find" { "Find a place" }
                input #find type="text" placeholder="Town, council or region" disabled;
                p.said {}
            }
            div.controls {
                div.field.circumstance { label for="circumstance" { "Circumstance" } select #circumstance disabled { option { (circumstance) } } }
                (whose(view))
                div.field { label for="measure" { "Measure" } select #measure disabled { option { (words::outcome_title(view.lang, Outcome::Healthy)) } } }
                details.more { summary { "More options" } }
            }
        }
    }
}

/// Whose lives, not yet to be chosen.
pub(super) fn whose(view: &View) -> Markup {
    html! {
        fieldset.whose disabled {
            legend { "Whose lives" }
            (radio(view, Sex::Female))
            (radio(view, Sex::Male))
        }
    }
}

fn radio(view: &View, sex: Sex) -> Markup {
    html! {
        label.radio {
            input type="radio" name="sex" checked[sex == view.sex];
            span { (words::whose_title(view.lang, sex)) }
        }
    }
}
