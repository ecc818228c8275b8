//! What stands in a figure's place when its data could not be had.

use leptos::prelude::*;

use super::live;

/// A sentence that says what is wrong, and a button to try again.
#[component]
pub fn Problem(
    /// What went wrong.
    sentence: String,
    /// What to do on “Try again”.
    again: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <div class="problem" role="alert">
            <p>{sentence}</p>
            <button type="button" on:click=live::act(move |_| again())>"Try again"</button>
        </div>
    }
}
