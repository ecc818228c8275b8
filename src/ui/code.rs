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
use crate::chart;
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
    /// Loads a pack that the view needs.
    pub load: fn(&mut Atlas, &PackId, &[u8]) -> Result<(), PackError>,
    /// What answers a person, once the hands are there; none for the first page, whose is among the hands.
    pub answers: Option<Answers>,
    /// What it does beyond that, if anything.
    pub own: Option<Own>,
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
pub struct Asked(Option<Piece<Slot>>);

impl Asked {
    /// Asks for the code of a page.
    pub fn of(page: &Page) -> Asked {
        let piece = piece(page);
        if let Some(piece) = piece {
            piece.ask();
        }
        Asked(piece)
    }

    /// The code, once it has come.
    pub async fn here(self) -> Result<Code, Trouble> {
        let Some(piece) = self.0 else { return Ok(explore::CODE) };
        let come = Promise::new(&mut |resolve, _| {
            page::apart(move || {
                dom::follow(move || {
                    if piece.stage() != Stage::Coming {
                        let _ = resolve.call0(&resolve);
                    }
                });
            });
        });
        let _ = JsFuture::from(come).await;
        let slot: &Slot = Box::leak(Box::new(State::new(None)));
        piece.run(slot);
        slot.get_untracked().ok_or(Trouble::NotFetched)
    }
}
