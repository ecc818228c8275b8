//! The app's state: the view that the address holds, what is loaded, and the figures that follow from both.

use core::ops::Deref;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::chosen::Acts;
use super::code::Code as ViewCode;
use super::fetch::{self, Asked, Loaded, Trouble};
use super::page;
use super::state::State;
use crate::codec::{PackError, PackId};
use crate::figure::{self, Figure};
use crate::model::Atlas;
use crate::view::{BadValue, View};
use crate::words;

/// A handle on the app's state: one address, since nearly every closure of the app holds it.
#[derive(Clone, Copy)]
pub struct App(&'static Parts);

/// What the app's state consists of. It lives as long as the page.
pub struct Parts {
    /// The view as it is shown: settled against the data.
    pub view: State<View>,
    /// What is to be known of the address: parts that could not be used, an edition that is not the newest. Empty where there is
    /// nothing.
    pub ignored: State<String>,
    /// Told when another part of a picture is shown, once it rests: followers of the view are not told, as only pictures change.
    pub moved: State<()>,
    /// The figures of the view; of the last one while others are being fetched, and none before the first.
    pub figures: State<Vec<Rc<Figure>>>,
    /// Whether figures are being fetched.
    pub busy: State<bool>,
    /// Why the view's figures could not be had, in words; empty where it could.
    pub problem: State<String>,
    /// What the tray of chosen places does; none until the page answers.
    pub acts: State<Option<Acts>>,
    /// What the view is made with.
    pub code: ViewCode,
    /// The ids of the figures that the page can have, in their order: all of the view's, or the one that stands alone.
    pub ids: &'static [&'static str],
    loaded: State<Loaded>,
    request: State<u32>,
}

/// The ids of the figures that are shown, of those that the view has; and the one that was asked for, where it has none such.
fn ids(all: &'static [&'static str]) -> (&'static [&'static str], Option<BadValue>) {
    let Some(embed) = page::embed() else { return (all, None) };
    let asked = embed.figure.as_deref();
    let found = all.iter().position(|id| asked == Some(*id));
    let at = found.unwrap_or(0);
    let unknown = asked.filter(|_| found.is_none()).map(|id| BadValue::new("figure", id));
    (all.get(at..=at).unwrap_or(all), unknown)
}

/// Loads a pack into the atlas.
pub type Load = fn(&mut Atlas, &[u8]) -> Result<(), PackError>;

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl App {
    /// The state at the start: the address's view, with what is loaded and the view's code.
    pub fn new(loaded: Loaded, code: ViewCode) -> App {
        let app = App(Box::leak(Box::new(Parts {
            view: State::new(View::default()),
            ignored: State::new(String::new()),
            moved: State::new(()),
            figures: State::new(Vec::new()),
            busy: State::new(false),
            problem: State::new(String::new()),
            acts: State::new(None),
            code,
            ids: ids(code.recipe.ids).0,
            loaded: State::new(loaded),
            request: State::new(0),
        })));
        app.follow_address();
        app
    }

    /// Reads something of what is loaded.
    pub fn read<T>(&self, read: impl FnOnce(&Loaded) -> T) -> T {
        self.loaded.with_untracked(read)
    }

    /// Shows another view and puts its address into the history.
    pub fn go(self, view: View) {
        page::push(&view);
        self.show(view, Vec::new());
    }

    /// Changes the view by a function.
    pub fn change(self, change: impl FnOnce(&mut View)) {
        let mut view = self.view.get_untracked();
        change(&mut view);
        self.go(view);
    }

    /// Shows the view that the address holds.
    pub fn follow_address(self) {
        let (view, ignored) = page::view();
        self.show(view, ignored);
    }

    /// Fetches again what could not be had.
    pub fn try_again(self) {
        self.fetch_and_draw(true);
    }

    fn show(self, view: View, mut ignored: Vec<BadValue>) {
        let (settled, dropped) =
            self.read(|loaded| figure::settle_by(self.code.recipe, &view, &loaded.atlas, &loaded.manifest));
        ignored.extend(dropped);
        // Where there is no such place, it is no fault of the figure's that another page is shown.
        let is_elsewhere = ignored.iter().any(|bad| bad.name == "area");
        ignored.extend(ids(self.code.recipe.ids).1.filter(|_| !is_elsewhere));
        page::set_theme(settled.dark);
        let edition = self.read(|loaded| loaded.atlas.edition.clone());
        let is_newest = fetch::is_of(&page::first_pack(), &edition);
        let mut notes = vec![words::ignored(page::lang(), &ignored)];
        if !is_newest {
            notes.push(words::older_edition(page::lang(), &edition));
        }
        notes.retain(|note| !note.is_empty());
        self.ignored.set(notes.join(" "));
        self.view.set(settled);
        self.fetch_and_draw(false);
    }

    /// Fetches the packs that the view needs, then draws it. A request that another has overtaken is dropped.
    fn fetch_and_draw(self, again: bool) {
        self.request.update(|request| *request = request.wrapping_add(1));
        let missing = self.missing();
        if missing.is_empty() {
            return self.draw();
        }
        let request = self.request.get_untracked();
        self.busy.set(true);
        spawn_local(async move {
            let fetched = self.fetch_all(missing, again).await;
            if self.request.get_untracked() != request {
                return;
            }
            match fetched {
                Ok(()) => self.draw(),
                Err(error) => self.fail(error),
            }
        });
    }

    /// The packs that the view needs and that are not loaded.
    fn missing(&self) -> Vec<PackId> {
        let view = self.view.get_untracked();
        self.read(|loaded| {
            let mut missing = (self.code.recipe.needs)(&view, &loaded.atlas, &loaded.manifest);
            missing.retain(|id| !loaded.manifest.is_loaded(id, &loaded.atlas));
            missing
        })
    }

    async fn fetch_all(self, missing: Vec<PackId>, again: bool) -> Result<(), Trouble> {
        // All are asked for before the first is waited for.
        let asked: Vec<Asked> =
            self.read(|loaded| missing.iter().map(|id| fetch::pack(&loaded.manifest, id, again)).collect());
        for (asked, id) in asked.into_iter().zip(&missing) {
            let bytes = asked.bytes().await?;
            self.loaded.update(|loaded| (self.code.load)(&mut loaded.atlas, id, &bytes))?;
        }
        Ok(())
    }

    /// Fetches a pack that the picture does not need, unless it is here, and loads it as `load` does.
    pub async fn fetch_beside(self, id: PackId, again: bool, load: Load) -> Result<(), Trouble> {
        if self.read(|loaded| loaded.manifest.is_loaded(&id, &loaded.atlas)) {
            return Ok(());
        }
        let asked = self.read(|loaded| fetch::pack(&loaded.manifest, &id, again));
        let bytes = asked.bytes().await?;
        self.loaded.update(|loaded| load(&mut loaded.atlas, &bytes)).map_err(Trouble::from)
    }

    fn draw(self) {
        self.busy.set(false);
        let view = self.view.get_untracked();
        match self.read(|loaded| (self.code.recipe.figures)(&loaded.atlas, &view)) {
            Ok(mut figures) => {
                figures.retain(|figure| self.ids.contains(&figure.id));
                // A frame's own figure may be none that the place has.
                if figures.is_empty() {
                    return self.fail(Trouble::NotOfPlace);
                }
                self.problem.set(String::new());
                page::set_title(figures.first().map(|figure| figure.title.as_str()));
                if let Some(headline) = self.code.own.and_then(|own| own.headline)
                    && let Ok(headline) = self.read(|loaded| headline(&loaded.atlas, &view))
                {
                    page::set_headline(&headline);
                }
                let as_shown = |figure| match self.code.framed {
                    Some(framed) => Rc::new(framed(self.code.charts, figure, page::lang())),
                    None => Rc::new(figure),
                };
                self.figures.set(figures.into_iter().map(as_shown).collect());
            }
            Err(_) => self.fail(Trouble::NoFigure),
        }
    }

    /// Says in the figures' place why it could not be had. What the last one found is no longer the page's title.
    fn fail(self, trouble: Trouble) {
        self.busy.set(false);
        page::set_title(None);
        self.problem.set(trouble.sentence(page::lang()));
    }
}
