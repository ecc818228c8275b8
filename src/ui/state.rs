//! A piece of the app's state, which views and effects follow.
//!
//! Leptos' own signals are compiled anew for every type they hold, a kilobyte each. Here the part that knows who
//! follows is a trigger, compiled once; what is compiled for each type is reading and writing.

use core::cell::RefCell;

use leptos::prelude::{Notify, Track};
use leptos::reactive::signal::ArcTrigger;

use super::dom;

/// A piece of state: cheap to copy, read and written from anywhere. It lives as long as the page: made once for each
/// part of the page, never in what is drawn again and again.
pub struct State<T: 'static>(&'static Held<T>);

struct Held<T> {
    value: RefCell<T>,
    changed: ArcTrigger,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> State<T> {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> State<T> {
    /// A piece of state that is `value` at first.
    pub fn new(value: T) -> State<T> {
        State(Box::leak(Box::new(Held { value: RefCell::new(value), changed: ArcTrigger::new() })))
    }

    /// Makes whatever runs now follow the state.
    pub fn track(self) {
        self.0.changed.track();
    }

    /// Reads the value; whatever runs now follows it. It may not be written meanwhile.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads the value without following it. It may not be written meanwhile.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.value.borrow())
    }

    /// Changes the value and tells those who follow it.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = change(&mut self.0.value.borrow_mut());
        self.0.changed.notify();
        result
    }

    /// Changes a part of the value without telling those who follow it: they are told of that part elsewhere.
    pub fn update_quietly(self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.value.borrow_mut());
    }

    /// Puts another value in its place and tells those who follow it.
    pub fn set(self, value: T) {
        self.update(|held| *held = value);
    }
}

impl<T: PartialEq + Default> State<T> {
    /// A piece of state that follows others, and tells of a change only when its own value is another.
    pub fn following(read: impl Fn() -> T + 'static) -> State<T> {
        let state = State::new(T::default());
        dom::follow(move || {
            let value = read();
            if state.with_untracked(|held| *held != value) {
                state.set(value);
            }
        });
        state
    }
}

impl<T: Clone> State<T> {
    /// The value; whatever runs now follows it.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, without following it.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
