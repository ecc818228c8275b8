//! What stands in a figure's place when its data could not be had.

use super::dom::{Element, el};

/// The name of the button in the page.
pub const TRY_AGAIN: &str = "try-again";

/// A sentence that says what is wrong, and a button to try again.
pub fn problem(sentence: impl Fn() -> String + 'static, again: impl Fn() + 'static) -> Element {
    el("div")
        .class("problem")
        .set("role", "alert")
        .add(el("p").follow_text(sentence))
        .add(el("button").set("id", TRY_AGAIN).set("type", "button").text("Try again").on("click", move |_| again()))
}
