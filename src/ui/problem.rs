//! What stands in a figure's place when its data could not be had.

use leptos::prelude::*;

use super::fetch::Trouble;
use super::live;
use super::page;

/// A sentence that says what is wrong, and a button to try again.
#[component]
pub fn Problem(
    /// What went wrong.
    error: Trouble,
    /// What to do on “Try again”.
    again: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <div class="problem" role="alert">
            <p>{error.sentence(page::lang())}</p>
            <button type="button" on:click=live::act(move |_| again())>"Try again"</button>
        </div>
    }
}
