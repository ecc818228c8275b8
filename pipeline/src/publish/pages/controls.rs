//! The app's controls, not yet working: they hold the place so that nothing moves when the app takes over.

use healthy_years::model::Sex;
use healthy_years::view::View;
use healthy_years::words;
use maud::{Markup, html};

/// The search box.
pub(super) fn search() -> Markup {
    html! {
        div.search {
            label for="find" { "Find a place" }
            input #find type="text" placeholder="Town, council or region" disabled;
            p.said {}
        }
    }
}

/// Whose lives.
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
