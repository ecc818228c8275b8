//! The page the app lives in: its address, its theme, and the static content it takes over.

use core::sync::atomic::{AtomicBool, Ordering};

use js_sys::Promise;
use leptos::mount::mount_to;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, History, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

use super::app::App;
use super::code::{Asked, Code};
use super::dom;
use super::fetch::{self, Loaded, Trouble};
use super::figure::title_of;
use super::late::{self, Piece, Stage};
use super::problem::{TRY_AGAIN, problem};
use super::view::{self, First};
use crate::figure::{self, Headline};
use crate::view::{BadValue, EMBED, Embed, Lang, Page, Theme, View};
use crate::words;

/// The element whose content the app takes over.
const APP_VIEW: &str = "app-view";
/// The page's controls, not yet working or working.
const PICK: &str = ".pick";
/// The search box.
pub const SEARCH: &str = "find";
/// The link that names the first pack.
const FIRST_PACK: &str = "first-pack";
/// Asks whether the device prefers dark pages.
pub const DARK: &str = "(prefers-color-scheme: dark)";
/// Asks whether the page is on its way to paper.
pub const PRINT: &str = "print";
/// Whether the browser has said that it will print.
static PRINTING: AtomicBool = AtomicBool::new(false);

/// Fetches the first pack and the view's code, then takes the page over. Until then, and if it fails, the static page stays. What answers a
/// person is asked for now: the line is free while the first picture is made.
pub fn start() {
    listen_for_printing();
    let hands = late::hands();
    if !is_still() {
        hands.ask();
    }
    spawn_local(begin(hands, false));
}

async fn begin(hands: Piece<First>, again: bool) {
    let Some(view) = element(APP_VIEW) else { return };
    let asked = Asked::of(&self::view().0.page);
    let first = match fetch::first_of(self::view().0.data.as_deref(), first_pack(), again).await {
        Ok(address) => fetch::first(&address, again).await,
        Err(error) => Err(error),
    };
    match first {
        Ok(loaded) => match of_place(asked, &loaded).here().await {
            Ok(code) => take_over(&view, loaded, code, hands, again),
            Err(error) => show_problem(&view, error, hands, again),
        },
        Err(error) => show_problem(&view, error, hands, again),
    }
}

/// The code that was asked for; the first page's, where the address names a place that there is none of: the view then falls
/// back to that page.
fn of_place(asked: Asked, loaded: &Loaded) -> Asked {
    match self::view().0.page {
        Page::Area(place) if figure::settled_place(&loaded.atlas, &place).is_none() => Asked::of(&Page::default()),
        _ => asked,
    }
}

/// The address of the newest edition's first pack.
pub fn first_pack() -> String {
    element(FIRST_PACK).and_then(|link| link.get_attribute("href")).unwrap_or_default()
}

/// Builds the app apart from the page and puts it in place of the static content once it has something to show. The
/// static controls stay where they are until what answers a person has come and takes their place. Where that will need
/// more room above the picture than they have, the picture waits for it.
fn take_over(place: &Element, loaded: Loaded, code: Code, hands: Piece<First>, again: bool) {
    let Some(pick) = place.query_selector(PICK).ok().flatten() else { return };
    let place = place.clone();
    mount(move || {
        let app = App::new(loaded, code);
        listen_for_history(app);
        let room = dom::el("div").class("pick");
        let (whole, first) = view::view(app, room.clone(), hands);
        let first: &First = Box::leak(Box::new(first));
        let mut placed = false;
        dom::follow(move || {
            let has_something = !app.figures.with(Vec::is_empty) || !app.problem.with(String::is_empty);
            let has_room = hands.stage() != Stage::Coming || !view::needs_room(app);
            if has_something && has_room && !placed {
                placed = true;
                while let Some(control) = pick.first_child() {
                    let _ = room.node().append_child(&control);
                }
                place.replace_children_with_node_1(whole.node());
                mark_drawn();
                if is_still() {
                    mark_ready();
                } else {
                    take_hold(hands, first);
                }
                if again {
                    focus_next(title_of(app.ids.first().copied().unwrap_or_default()));
                }
            }
        });
    });
}

/// Makes the page answer as soon as what does so has come.
fn take_hold(hands: Piece<First>, first: &'static First) {
    let mut was_missing = false;
    apart(move || {
        dom::follow(move || match hands.stage() {
            Stage::Coming => {}
            Stage::Missing => was_missing = true,
            Stage::Here => {
                apart(move || hands.run(first));
                // The button that tried again with success is gone: the search box is where to go on from.
                if was_missing {
                    focus_next(SEARCH);
                }
            }
        });
    });
}

/// Says above the static content that the figures could not be had.
fn show_problem(view: &Element, error: Trouble, hands: Piece<First>, again: bool) {
    let view = view.clone();
    mount(move || {
        let place = dom::el("div");
        let own = place.node().clone();
        let try_again = move || {
            own.remove();
            mark_failed(false);
            spawn_local(begin(hands, true));
        };
        let place = place.add(problem(move || error.sentence(lang()), try_again));
        if view.prepend_with_node_1(place.node()).is_ok() {
            mark_failed(true);
            if again {
                focus_next(TRY_AGAIN);
            }
        }
    });
}

/// Runs what builds a part of the page; what follows the state there goes on as long as the page.
fn mount(build: impl FnOnce() + 'static) {
    if let Some(apart) = document().and_then(|document| document.create_element("div").ok()) {
        mount_to(apart.unchecked_into(), build).forget();
    }
}

/// The same, in a moment and whatever part of the page is being built now.
pub fn apart(build: impl FnOnce() + 'static) {
    spawn_local(async move { mount(build) });
}

/// Does something once what is there now has been painted.
pub fn after_paint(act: impl FnOnce() + 'static) {
    let frame = Promise::new(&mut |resolve, _| {
        let _ = window().map(|window| window.request_animation_frame(&resolve));
    });
    spawn_local(async move {
        let _ = JsFuture::from(frame).await;
        let task = Promise::new(&mut |resolve, _| {
            let _ = window().map(|window| window.set_timeout_with_callback(&resolve));
        });
        let _ = JsFuture::from(task).await;
        act();
    });
}

fn listen_for_history(app: App) {
    if let Some(window) = window() {
        dom::listen(&window, "popstate", move |_| app.follow_address());
    }
}

/// Tells style sheets and tests that the app's first picture is there.
fn mark_drawn() {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-app", "drawn");
    }
}

/// Tells style sheets and tests that the page answers.
pub fn mark_ready() {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-app", "ready");
        let _ = root.remove_attribute("data-state");
    }
}

/// Tells style sheets that the default figure stands where the address asks for another one, or that no longer.
fn mark_failed(has_failed: bool) {
    let Some(root) = root().filter(|root| root.has_attribute("data-state")) else { return };
    let _ = if has_failed { root.set_attribute("data-app", "failed") } else { root.remove_attribute("data-app") };
}

/// Whether an element of a part of the page has the focus.
pub fn has_focus(part: &Element) -> bool {
    part.query_selector(":focus").is_ok_and(|focused| focused.is_some())
}

/// Puts the focus on an element, once it can take it, if nothing has it: what had it is gone.
pub fn focus_next(id: impl Into<String>) {
    let id = id.into();
    spawn_local(async move {
        let Some(document) = document() else { return };
        if let (Ok(None), Some(next)) = (document.query_selector(":focus"), document.get_element_by_id(&id)) {
            let _ = next.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Scrolls to a part of the page, if it is out of sight.
pub fn bring_into_view(selector: &str) {
    if let Some(part) = document().and_then(|document| document.query_selector(selector).ok().flatten()) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        part.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The path of the page's address.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The query of the page's address, with its “?”.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The site's own address, without a slash at its end.
pub fn site() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Goes to an address, as a link would: out of a frame into a window of its own.
pub fn visit(address: &str) {
    let Some(window) = window() else { return };
    if is_embed() {
        let _ = window.open_with_url_and_target_and_features(address, "_blank", "noopener");
    } else {
        let _ = window.location().set_href(address);
    }
}

/// The figure alone that the address asks for, in a page of somebody else's; none on a page of the site.
pub fn embed() -> Option<Embed> {
    is_embed().then(|| Embed::at(&query()).0)
}

/// Whether it is only to be looked at.
fn is_still() -> bool {
    embed().is_some_and(|embed| embed.is_static)
}

/// Whether this is a frame in a page of somebody else's.
pub fn is_embed() -> bool {
    path() == EMBED
}

/// The view that the address holds, and what in it could not be used.
pub fn view() -> (View, Vec<BadValue>) {
    if !is_embed() {
        return View::at(&path(), &query());
    }
    let (embed, ignored) = Embed::at(&query());
    (embed.view, ignored)
}

/// Puts the view's address into the history, if it is another than the present one.
pub fn push(view: &View) {
    if let Some((history, address)) = other_address(view) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Puts the view's address in the place of the present one.
pub fn replace(view: &View) {
    if let Some((history, address)) = other_address(view) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The view's address, if it is another than the present one, and the history it may go to. A frame keeps its own.
fn other_address(view: &View) -> Option<(History, String)> {
    let address = view.address();
    let is_other = !is_embed() && address != [path(), query()].concat();
    Some((window()?.history().ok()?, address)).filter(|_| is_other)
}

/// Sets the window's title to a figure's, or to the site's name alone.
pub fn set_title(title: Option<&str>) {
    if let Some(document) = document() {
        let (title, dash) = title.map_or(("", ""), |title| (title, " – "));
        document.set_title(&[title, dash, words::SITE].concat());
    }
}

/// Sets the page's headline, what it rests on, and the page's description, which is the headline.
pub fn set_headline(headline: &Headline) {
    let Some(document) = document() else { return };
    let found = |selector| document.query_selector(selector).ok().flatten();
    for (selector, text) in [("h1", &headline.text), (".basis", &headline.basis)] {
        if let Some(element) = found(selector) {
            element.set_text_content(Some(text));
        }
    }
    if let Some(description) = found("meta[name=description]") {
        let _ = description.set_attribute("content", &headline.text);
    }
}

/// Sets the theme that the address asks for.
pub fn set_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Whether the page is dark now: never on paper, else what the address asks for, else what the device prefers.
pub fn is_dark() -> bool {
    if is_on_paper() {
        return false;
    }
    match root().and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some("dark") => true,
        Some(_) => false,
        None => media(DARK).is_some_and(|query| query.matches()),
    }
}

/// Whether what is behind the page shows through.
pub fn is_clear() -> bool {
    root().is_some_and(|root| root.has_attribute("data-transparent"))
}

/// Whether the page is on its way to paper. The browser says so before it lays the pages out; what asks only then is too late to
/// be counted on them.
pub fn is_on_paper() -> bool {
    PRINTING.load(Ordering::Relaxed) || media(PRINT).is_some_and(|query| query.matches())
}

/// Has the page's parts know that it is on its way to paper, and that it is back: before they hear of it themselves.
fn listen_for_printing() {
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        if let Some(window) = window() {
            dom::listen(&window, event, move |_| PRINTING.store(is_printing, Ordering::Relaxed));
        }
    }
}

/// Puts the view's address where it is printed.
pub fn set_printed(view: &View) {
    let printed = document().and_then(|document| document.query_selector(".address").ok().flatten());
    if let Some(printed) = printed {
        printed.set_text_content(Some(&[&site(), &view.address()[..]].concat()));
    }
}

/// What a media query says of the page, to read and to listen to.
pub fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    window()?.match_media(query).ok()?
}

/// The language of the page.
pub fn lang() -> Lang {
    Lang::default()
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
