//! The code of a view. The first module holds that of the first page; every other view's is a piece of its own
//! (`late.rs`), which its pages alone fetch.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::app::App;
use super::chart::Chart;
use super::dom::Element;
use super::fetch::Trouble;
use super::late::{Piece, Stage};
use super::state::State;
use super::{dom, explore, late, page};
use crate::chart::{self, Scene};
use crate::codec::{PackError, PackId};
use crate::figure::{Figure, FigureError, Headline, Recipe, Table};
use crate::model::Atlas;
use crate::view::{Lang, Page, View};

/// What a view is made with: functions, so that nothing but the view's piece knows of them.
#[derive(Clone, Copy)]
pub struct Code {
    /// What it needs, and its figures without their tables.
    pub recipe: &'static Recipe,
    /// What its figures are drawn by.
    pub charts: &'static [chart::Chart],
    /// How a figure's picture is read with mouse and keys; see `Figure::by_mouse`.
    pub by_mouse: fn(&Figure, Lang) -> &'static str,
    /// Where a picture can be cut for paper; none where none is so high.
    pub cuts: Option<fn(&Scene, u32) -> Vec<u32>>,
    /// Makes a figure one for a frame; none on pages of the site.
    pub framed: Option<Framed>,
    /// Loads a pack that the view needs.
    pub load: fn(&mut Atlas, &PackId, &[u8]) -> Result<(), PackError>,
    /// What answers a person, once the hands are there; none for the first page, whose is among the hands.
    pub answers: Option<Answers>,
    /// What it does beyond that, if anything.
    pub own: Option<Own>,
}

/// Makes a figure that these charts draw one for a frame in somebody else's page.
pub type Framed = fn(&[chart::Chart], Figure, Lang) -> Figure;

/// Where the piece for frames puts what it holds.
pub type FramedSlot = State<Option<Framed>>;

/// Hands over what only frames need.
pub fn bring_framed(slot: &'static FramedSlot) {
    slot.set(Some(chart::framed));
}

/// Makes a page's headline.
pub type MakesHeadline = fn(&Atlas, &View) -> Result<Headline, FigureError>;

/// What only some views do.
#[derive(Clone, Copy)]
pub struct Own {
    /// The page's headline where it is of what is shown.
    pub headline: Option<MakesHeadline>,
    /// Makes the picture of a figure answer in ways of its own.
    pub take_hold: fn(App, &'static str, &Chart),
}

/// What of a view answers a person.
#[derive(Clone, Copy)]
pub struct Answers {
    /// What stands where the page's controls do, if anything.
    pub pick: fn(App) -> Vec<Element>,
    /// The table of a figure, by the figure's id.
    pub table: fn(&Atlas, &View, &str) -> Result<Table, FigureError>,
}

/// Where a piece puts the code it holds.
pub type Slot = State<Option<Code>>;

/// The piece that holds a view's code; none where the first module holds it. A new view is a line here.
fn piece(page: &Page) -> Option<Piece<Slot>> {
    match page {
        Page::Area(_) => Some(late::area()),
        Page::Compare => Some(late::compare()),
        Page::Gradient => Some(late::gradient()),
        Page::Trends => Some(late::trends()),
        Page::Map => Some(late::map()),
        Page::Circumstances => Some(late::circumstances()),
        _ => None,
    }
}

/// Code that has been asked for.
pub struct Asked {
    view: Option<Piece<Slot>>,
    frame: Option<Piece<FramedSlot>>,
}

impl Asked {
    /// Asks for the code of a page, and in a frame for what only frames need.
    pub fn of(page: &Page) -> Asked {
        let asked = Asked { view: piece(page), frame: page::is_embed().then(late::frame) };
        if let Some(view) = asked.view {
            view.ask();
        }
        if let Some(frame) = asked.frame {
            frame.ask();
        }
        asked
    }

    /// The code, once it has come.
    pub async fn here(self) -> Result<Code, Trouble> {
        for stage in [self.view.map(Piece::stages), self.frame.map(Piece::stages)].into_iter().flatten() {
            let _ = come(stage).await;
        }
        let code = self.view.map_or(Ok(explore::CODE), held)?;
        Ok(Code { framed: self.frame.map(held).transpose()?, ..code })
    }
}

/// Fulfilled once a piece has come, or could not be had.
fn come(stage: &'static State<Stage>) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, _| {
        page::apart(move || {
            dom::follow(move || {
                if stage.get() != Stage::Coming {
                    let _ = resolve.call0(&resolve);
                }
            });
        });
    }))
}

/// What a piece that has come holds.
fn held<T: Copy + 'static>(piece: Piece<State<Option<T>>>) -> Result<T, Trouble> {
    let slot: &State<Option<T>> = Box::leak(Box::new(State::new(None)));
    piece.run(slot);
    slot.get_untracked().ok_or(Trouble::NotFetched)
}
