//! The pieces of the app that are fetched after its first picture: all of them are listed here.
//!
//! A piece is a function. Whatever it alone uses is taken out of the app's WebAssembly after linking and becomes a file
//! of its own (`scripts/split.sh`). To add one: write the function where it belongs, list it below, [ask](Piece::ask)
//! for it where it is needed, and [run](Piece::run) it once it [is here](Stage::Here). Without the feature `split`, as
//! in `make serve`, there is one file and every piece is here at once.

use super::area;
use super::circumstances;
use super::code::{self, FramedSlot, Slot};
use super::compare;
use super::findings::{self, Place};
use super::gradient;
use super::map;
use super::share::{self, Panel};
use super::state::State;
use super::trends;
use super::view::{self, First};

/// How far a piece has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It has not been asked for, or is on its way.
    Coming,
    /// It may be run.
    Here,
    /// It could not be had: the request failed, or what arrived is no part of this app.
    Missing,
}

/// A piece that runs with a `T`.
pub struct Piece<T: 'static> {
    stage: &'static State<Stage>,
    ask: fn(&'static State<Stage>),
    run: fn(&'static T),
}

impl<T> Clone for Piece<T> {
    fn clone(&self) -> Piece<T> {
        *self
    }
}

impl<T> Copy for Piece<T> {}

impl<T> Piece<T> {
    fn new(ask: fn(&'static State<Stage>), run: fn(&'static T)) -> Piece<T> {
        Piece { stage: Box::leak(Box::new(State::new(Stage::Coming))), ask, run }
    }

    /// Fetches it; again, if it could not be had: until it is here, it counts as missing.
    pub fn ask(self) {
        (self.ask)(self.stage);
    }

    /// How far it has come; whoever asks follows it.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// How far it comes, for those who wait.
    pub fn stages(self) -> &'static State<Stage> {
        self.stage
    }

    /// Runs it, if it is here.
    pub fn run(self, with: &'static T) {
        if self.stage.get_untracked() == Stage::Here {
            (self.run)(with);
        }
    }
}

/// `name: function, what it runs with;` for each.
macro_rules! pieces {
    ($($(#[$doc:meta])* $name:ident: $function:path, $with:ty;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> Piece<$with> {
            #[cfg(not(feature = "split"))]
            return Piece::new(|stage| stage.set(Stage::Here), $function);
            #[cfg(feature = "split")]
            return {
                /// Where the piece begins.
                #[expect(unsafe_code, reason = "the name by which wasm-split-cli finds it")]
                #[unsafe(export_name = concat!("__wasm_split_00", stringify!($name), "00_export_00000000000000000000000000000000"))]
                extern "C" fn begin(with: &'static $with) {
                    $function(with);
                }

                #[expect(unsafe_code, reason = "wasm-split-cli gives both functions their bodies")]
                #[expect(improper_ctypes, reason = "both sides are this app, in the same build")]
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                unsafe extern "C" {
                    /// Fetches the piece and then calls `arrived` once.
                    #[link_name = concat!("__wasm_split_load_", stringify!($name))]
                    safe fn fetch(arrived: extern "C" fn(&'static State<Stage>, bool), stage: &'static State<Stage>);
                    /// `begin` as it is called from outside the piece.
                    #[link_name = concat!("__wasm_split_00", stringify!($name), "00_import_00000000000000000000000000000000")]
                    safe fn call(with: &'static $with);
                }

                Piece::new(|stage| fetch(arrived, stage), |with| call(with))
            };
        }
    )*};
}

pieces! {
    /// All that answers a person: search, controls, reading the chart, the table.
    hands: view::take_hold, First;
    /// What is said of chosen places, and what is offered instead of an index that counts ill health.
    places: findings::fill, Place;
    /// How a figure leaves the site.
    share: share::fill, Panel;
    /// What makes figures fit for frames in other people's pages.
    frame: code::bring_framed, FramedSlot;
    /// The figures of one place.
    area: area::bring, Slot;
    /// The view that compares places.
    compare: compare::bring, Slot;
    /// The view of gradients.
    gradient: gradient::bring, Slot;
    /// The view of trends.
    trends: trends::bring, Slot;
    /// The view of maps.
    map: map::bring, Slot;
    /// The view of all circumstances.
    circumstances: circumstances::bring, Slot;
}

/// Called by the script that fetches pieces, when one has arrived or could not be had.
#[cfg(feature = "split")]
extern "C" fn arrived(stage: &'static State<Stage>, is_here: bool) {
    stage.set(if is_here { Stage::Here } else { Stage::Missing });
}
