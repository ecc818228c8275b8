//! The parts of the page that follow the app's state, each kind compiled once.
//!
//! Leptos compiles its rendering anew for every closure it is given. Here closures are boxed before they are
//! handed over, so that there is one kind of text, of attribute, of list and of listener: it halves the app.

use std::sync::Arc;

use leptos::prelude::*;

/// A text that follows the state.
pub type Text = Box<dyn Fn() -> String + Send>;

/// An attribute that follows the state: its value, or none where the element does not have it.
pub type Attribute = Box<dyn Fn() -> Option<String> + Send>;

/// Views that follow the state.
pub type Views = Box<dyn Fn() -> Vec<AnyView> + Send>;

/// Something that follows the state, read in several places.
pub type Shared<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// Something that follows the state, read in several places.
pub fn shared<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Shared<T> {
    Arc::new(read)
}

/// A text that follows the state.
pub fn text(text: impl Fn() -> String + Send + 'static) -> Text {
    Box::new(text)
}

/// An attribute that follows the state: its value, or none where the element does not have it.
pub fn attribute(value: impl Fn() -> Option<String> + Send + 'static) -> Attribute {
    Box::new(value)
}

/// An attribute that an element has or has not: `hidden`.
pub fn flag(is_set: impl Fn() -> bool + Send + 'static) -> Attribute {
    Box::new(move || is_set().then(String::new))
}

/// An attribute that says `true` or `false`: `aria-expanded`.
pub fn truth(is_so: impl Fn() -> bool + Send + 'static) -> Attribute {
    Box::new(move || Some(if is_so() { "true" } else { "false" }.to_owned()))
}

/// A property or class that follows the state.
pub fn state(is_so: impl Fn() -> bool + Send + 'static) -> Box<dyn Fn() -> bool + Send> {
    Box::new(is_so)
}

/// Views that follow the state.
pub fn views(views: impl Fn() -> Vec<AnyView> + Send + 'static) -> Views {
    Box::new(views)
}

/// A listener.
pub fn act<E>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

/// Does something now and whenever the state it reads changes.
pub fn follow(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

/// An element for each text.
pub fn each(tag: &'static str, texts: Vec<String>) -> Vec<AnyView> {
    texts.into_iter().map(|text| leptos::html::custom(tag).child(text).into_any()).collect()
}
