//! The figure as a live frame in somebody's page: the frame itself as it will be, and the lines that put it there.

use js_sys::Reflect;
use leptos::prelude::{event_target_checked, event_target_value};
use wasm_bindgen::JsCast;
use web_sys::{HtmlIFrameElement, MessageEvent};

use super::{Panel, give};
use crate::export::{Snippet, frame_height, snippet};
use crate::figure::Figure;
use crate::model::Listed;
use crate::ui::dom::{self, Element, el};
use crate::ui::page;
use crate::ui::state::State;
use crate::view::{Embed, Page, Theme};

/// What a person chooses about a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Choice {
    theme: Theme,
    transparent: bool,
    is_static: bool,
    unnamed: bool,
}

/// Choices, preview and snippet.
pub fn part(panel: &'static Panel) -> Element {
    let choice = State::new(Choice::default());
    let height: State<Option<u32>> = State::new(None);
    let themes = [(Theme::Auto, "As the reader’s device"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];
    let option = |(theme, says): (Theme, &str)| el("option").set("value", theme.id()).text(says);
    let theme = el("select").set("aria-label", "Colours of the frame").add_all(themes.map(option).to_vec()).on(
        "change",
        move |event| {
            let theme = event_target_value(event).parse().unwrap_or_default();
            choice.update(|choice| choice.theme = theme);
        },
    );
    let tick = |says: &'static str, set: fn(&mut Choice, bool)| {
        let boxed = el("input").set("type", "checkbox").on("change", move |event| {
            let on = event_target_checked(event);
            choice.update(|choice| set(choice, on));
        });
        el("label").class("radio").add(boxed).text(says)
    };
    let frame = el("iframe").set("title", "The frame as it will be").follow("src", move || {
        // Only a panel that is open makes the frame fetch anything.
        Some(["/embed/?", &query(panel, choice.get())].concat())
    });
    let node: HtmlIFrameElement = frame.node().clone().unchecked_into();
    if let Some(window) = web_sys::window() {
        dom::listen(&window, "message", move |event| {
            if let Some(said) = said_height(event.unchecked_ref(), &node) {
                height.set(Some(said.clamp(200, 4000)));
            }
        });
    }
    let height =
        move || height.get().or_else(|| panel.figure().map(|figure| usual_height(panel, &figure, choice.get())));
    let frame = frame.style("height", move || [&height().unwrap_or_default().to_string(), "px"].concat());
    let lines = move || {
        let Some(figure) = panel.figure() else { return Vec::new() };
        let (site, query, address) = (page::site(), query(panel, choice.get()), panel.address());
        let of = Snippet {
            site: &site,
            query: &query,
            name: &panel.alone(&figure, &figure.subtitle),
            title: &panel.alone(&figure, &figure.title),
            address: &address,
            height: usual_height(panel, &figure, choice.get()),
            clear: choice.get().transparent,
            lang: page::lang(),
        };
        vec![give::text(panel, "HTML to paste into your page", &snippet(of))]
    };
    el("div")
        .add(
            el("div")
                .class("choices")
                .add(theme)
                .add(tick("Only to look at", |choice, on| choice.is_static = on))
                .add(tick("See-through", |choice, on| choice.transparent = on))
                .add(tick("Without the site’s name", |choice, on| choice.unnamed = on)),
        )
        .add(el("div").children(lines))
        .add(el("div").class("preview").add(frame))
}

/// The height that the frame has in most articles until it says its own: this one's preview may be wider or narrower.
fn usual_height(panel: &Panel, figure: &Figure, choice: Choice) -> u32 {
    let address = [&page::site(), &panel.view().page.path(), "?", &query(panel, choice)].concat();
    frame_height(panel.app.code.charts, figure, &address, page::lang())
}

/// The whole state of the frame, as its address says it.
fn query(panel: &Panel, choice: Choice) -> String {
    let mut view = panel.view();
    view.dark = choice.theme;
    let (period, edition) = panel.app.read(|loaded| (view.latest(&loaded.manifest), loaded.atlas.edition.clone()));
    let Choice { transparent, is_static, unnamed, .. } = choice;
    let embed = Embed { view, figure: Some(panel.id.to_owned()), transparent, is_static, unnamed };
    let place = if matches!(embed.view.page, Page::Area(_)) { panel.places().first().copied() } else { None };
    embed.query(place, period, &edition)
}

/// The height that a frame says it needs, if the message is that frame's.
fn said_height(event: &MessageEvent, frame: &HtmlIFrameElement) -> Option<u32> {
    let source = event.source()?;
    let of_frame = frame.content_window()?;
    (AsRef::<js_sys::Object>::as_ref(&source) == AsRef::<js_sys::Object>::as_ref(&of_frame)).then_some(())?;
    let heights = Reflect::get(&event.data(), &"datawrapper-height".into()).ok()?;
    let height = Reflect::get(&heights, &"healthy-years".into()).ok()?.as_f64()?;
    Some(height as u32)
}
