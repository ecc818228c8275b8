//! Elements of the page, built from top to bottom like markup:
//!
//! ```ignore
//! fn greeting(name: State<String>) -> Element {
//!     el("div")
//!         .class("greeting")
//!         .add(el("label").set("for", "name").text("Your name"))
//!         .add(
//!             el("input")
//!                 .set("id", "name")
//!                 .property("value", move || name.get().into())
//!                 .on("input", move |event| name.set(event_target_value(&event))),
//!         )
//!         .add(el("p").flag("hidden", move || name.with(String::is_empty)).follow_text(move || name.get()))
//! }
//! ```
//!
//! A closure is read again whenever the state that it has read changes, and the page is written only where another
//! value has come of it. What follows and what listens ends when the part of the page around it is built anew.
//!
//! Leptos' views do the same, but are compiled anew for every element and every closure. Here all is boxed at the
//! door, so that there is one kind of element, of text, of attribute, of list and of listener.

use core::any::Any;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{RenderEffect, StoredValue};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::dom::document;
use wasm_bindgen::{JsCast, JsValue, throw_val};
use web_sys::{Event, EventTarget, HtmlElement, Node};

/// An element of the page, or one on its way there. A copy of it is a handle on the same.
#[derive(Clone)]
pub struct Element(HtmlElement);

/// Something that follows the state: its value, or none where there is none.
type Read = Box<dyn Fn() -> Option<String>>;

/// Writes a value under a name; no value takes it away.
type Write = fn(&Node, &str, Option<&str>);

/// An element without content.
pub fn el(tag: &'static str) -> Element {
    // Only a tag that no browser knows how to read is refused.
    let element = document().create_element(tag).unwrap_or_else(|refused| throw_val(refused));
    Element(element.unchecked_into())
}

/// An element for each text.
pub fn each(tag: &'static str, texts: &[String]) -> Vec<Element> {
    texts.iter().map(|text| el(tag).text(text)).collect()
}

impl Element {
    /// The browser's own element.
    pub fn node(&self) -> &HtmlElement {
        &self.0
    }

    /// Puts elements in the place of whatever it holds.
    pub fn fill(&self, children: Vec<Element>) {
        self.0.set_text_content(None);
        self.clone().add_all(children);
    }

    /// Gives it its classes, if there are any.
    pub fn class(self, names: &str) -> Element {
        if names.is_empty() { self } else { self.set("class", names) }
    }

    /// Gives it an attribute.
    pub fn set(self, name: &str, value: &str) -> Element {
        write_attribute(&self.0, name, Some(value));
        self
    }

    /// Adds a text.
    pub fn text(self, text: &str) -> Element {
        self.append(&document().create_text_node(text))
    }

    /// Adds an element.
    pub fn add(self, child: Element) -> Element {
        self.append(&child.0)
    }

    /// Adds elements.
    pub fn add_all(self, children: Vec<Element>) -> Element {
        children.into_iter().fold(self, Element::add)
    }

    /// Adds a text that follows the state.
    pub fn follow_text(self, text: impl Fn() -> String + 'static) -> Element {
        self.bind_text(Box::new(text))
    }

    /// An attribute that follows the state: its value, or none where the element does not have it.
    pub fn follow(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Element {
        self.bind_value(name, Box::new(value), write_attribute)
    }

    /// An attribute that the element has or has not: `hidden`.
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Element {
        self.bind_fact(name, Box::new(is_set), write_attribute)
    }

    /// An attribute that says `true` or `false`: `aria-expanded`.
    pub fn truth(self, name: &'static str, is_so: impl Fn() -> bool + 'static) -> Element {
        self.bind_truth(name, Box::new(is_so))
    }

    /// A class that the element has or has not.
    pub fn class_when(self, name: &'static str, is_so: impl Fn() -> bool + 'static) -> Element {
        self.bind_fact(name, Box::new(is_so), write_class)
    }

    /// A property of its style that follows the state. (The security policy refuses the attribute `style`.)
    pub fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Element {
        self.bind_style(name, Box::new(value))
    }

    /// A property that people change as well as the state, `value` or `checked`: written whenever the state may have
    /// changed, for what it was last written to is not what it is now.
    pub fn property(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Element {
        self.bind_property(name, Box::new(value))
    }

    /// Adds elements that follow the state: all are built anew when it changes.
    pub fn children(self, children: impl Fn() -> Vec<Element> + 'static) -> Element {
        self.bind_children(Box::new(children))
    }

    /// Does something whenever an event happens to the element.
    pub fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Element {
        listen(&self.0, event, act);
        self
    }
}

/// What is compiled once, however many closures there are.
impl Element {
    #[inline(never)]
    fn append(self, child: &Node) -> Element {
        let _ = self.0.append_child(child);
        self
    }

    #[inline(never)]
    fn bind_text(self, text: Box<dyn Fn() -> String>) -> Element {
        let node = document().create_text_node("");
        bind(&node, "", Box::new(move || Some(text())), write_text);
        self.append(&node)
    }

    #[inline(never)]
    fn bind_value(self, name: &'static str, value: Read, write: Write) -> Element {
        bind(&self.0, name, value, write);
        self
    }

    #[inline(never)]
    fn bind_fact(self, name: &'static str, is_so: Box<dyn Fn() -> bool>, write: Write) -> Element {
        self.bind_value(name, Box::new(move || is_so().then(String::new)), write)
    }

    #[inline(never)]
    fn bind_truth(self, name: &'static str, is_so: Box<dyn Fn() -> bool>) -> Element {
        let says = move || Some(if is_so() { "true" } else { "false" }.to_owned());
        self.bind_value(name, Box::new(says), write_attribute)
    }

    #[inline(never)]
    fn bind_style(self, name: &'static str, value: Box<dyn Fn() -> String>) -> Element {
        self.bind_value(name, Box::new(move || Some(value())), write_style)
    }

    #[inline(never)]
    fn bind_property(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Element {
        let element = self.0.clone();
        follow(move || {
            let _ = js_sys::Reflect::set(&element, &name.into(), &value());
        });
        self
    }

    #[inline(never)]
    fn bind_children(self, children: Box<dyn Fn() -> Vec<Element>>) -> Element {
        let (parent, end) = (self.0.clone(), document().create_text_node(""));
        let this = self.append(&end);
        let mut shown: Vec<Element> = Vec::new();
        follow(move || {
            // What builds the new may still look at the old.
            let new = children();
            core::mem::replace(&mut shown, new).into_iter().for_each(|Element(old)| old.remove());
            for Element(new) in &shown {
                let _ = parent.insert_before(new, Some(&end));
            }
        });
        this
    }
}

/// Does something whenever an event happens.
pub fn listen(target: &EventTarget, event: &'static str, act: impl FnMut(&Event) + 'static) {
    listen_boxed(target, event, Box::new(act));
}

#[inline(never)]
fn listen_boxed(target: &EventTarget, event: &'static str, mut act: Box<dyn FnMut(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(target, event, options, move |event| act(event)));
}

/// Does something now and whenever the state that it reads changes.
pub fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

#[inline(never)]
fn follow_boxed(mut act: Box<dyn FnMut()>) {
    keep(Follower(RenderEffect::new(move |_: Option<()>| act())));
}

/// Keeps something until the part of the page that is being built is built anew.
pub fn keep(kept: impl Any) {
    StoredValue::new_local(Box::new(kept) as Box<dyn Any>);
}

/// An effect that no state remembers once it has ended.
struct Follower(RenderEffect<()>);

impl Drop for Follower {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}

/// Writes what follows the state, when it has changed. At first an element has none of what is bound.
fn bind(node: &Node, name: &'static str, read: Read, write: Write) {
    let node = node.clone();
    let mut last = None;
    follow(move || {
        let value = read();
        if value != last {
            write(&node, name, value.as_deref());
            last = value;
        }
    });
}

fn write_text(node: &Node, _: &str, text: Option<&str>) {
    node.set_node_value(text);
}

fn write_attribute(node: &Node, name: &str, value: Option<&str>) {
    let element: &HtmlElement = node.unchecked_ref();
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn write_class(node: &Node, name: &str, is_set: Option<&str>) {
    let _ = node.unchecked_ref::<HtmlElement>().class_list().toggle_with_force(name, is_set.is_some());
}

fn write_style(node: &Node, name: &str, value: Option<&str>) {
    let _ = node.unchecked_ref::<HtmlElement>().style().set_property(name, value.unwrap_or_default());
}
