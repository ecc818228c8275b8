//! The state of a view, which its address holds whole.

mod address;
mod choices;
mod compared;
mod embed;
mod healthless;
mod needs;
mod page;
mod ten;
mod zoom;

pub use address::BadValue;
pub use choices::{Grouping, Lang, Outcome, Sort, Theme};
pub use compared::MOST_AND_LEAST_DEPRIVED;
pub use embed::{EMBED, Embed};
pub use needs::profiles;
pub use page::{NAVIGATION, Page, Slug};
pub use ten::TEN;
pub use zoom::Zoom;

use crate::model::{Code, IndicatorId, Period, Sex};

/// The most places that can be chosen at once.
pub const MOST_AREAS: usize = 5;

/// Everything that decides what a person sees, and nothing else. Its address is [`View::address`].
///
/// Values are well formed but not yet held against the data: a code may name no area. `figure::settle`
/// does that.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct View {
    /// Which of the ways of looking it is.
    pub page: Page,
    /// The chosen places, in the order chosen: different ones, at most [`MOST_AREAS`].
    pub areas: Vec<Code>,
    /// The circumstance across.
    pub x: IndicatorId,
    /// The outcome up.
    pub y: Outcome,
    /// Whose lives.
    pub sex: Sex,
    /// The period of the outcome; none for the latest.
    pub period: Option<Period>,
    /// The nation or region looked at; the UK for all.
    pub within: Code,
    /// What points are coloured by, if anything.
    pub color: Option<Grouping>,
    /// Whether points are sized by population.
    pub size: bool,
    /// How the table is sorted; none for its own order.
    pub sort: Option<Sort>,
    /// Which part of a map is shown, or of the picture of every neighbourhood; none for all of it.
    pub zoom: Option<Zoom>,
    /// The edition of the data, `2026-06`; none for the newest.
    pub data: Option<String>,
    /// The language of the words.
    pub lang: Lang,
    /// Light or dark.
    pub dark: Theme,
}

impl Default for View {
    fn default() -> View {
        View {
            page: Page::default(),
            areas: Vec::new(),
            x: IndicatorId::default_circumstance(),
            y: Outcome::default(),
            sex: Sex::Female,
            period: None,
            within: Code::UK,
            color: None,
            size: false,
            sort: None,
            zoom: None,
            data: None,
            lang: Lang::default(),
            dark: Theme::default(),
        }
    }
}

impl View {
    /// The default view of a page. A map shows one measure: that of `y`, unless the address names a circumstance. Until
    /// then `x` stands for the outcome there.
    pub fn of(page: Page) -> View {
        let x = View::usual_x(&page);
        View { page, x, ..View::default() }
    }

    /// What `x` stands for on a page whose address names no circumstance.
    pub fn usual_x(page: &Page) -> IndicatorId {
        if *page == Page::Map { IndicatorId::outcome() } else { IndicatorId::default_circumstance() }
    }

    /// The circumstance that is mapped; none where it is the outcome.
    pub fn mapped(&self) -> Option<&IndicatorId> {
        (self.page == Page::Map && self.x.as_str() != IndicatorId::HEALTHY_LIFE_EXPECTANCY).then_some(&self.x)
    }

    /// The view with this place chosen too, or the same view if it is chosen already or the tray is full.
    pub fn with_area(&self, area: Code) -> View {
        let mut view = self.clone();
        if view.areas.len() < MOST_AREAS && !view.areas.contains(&area) {
            view.areas.push(area);
        }
        view
    }

    /// The view with this place chosen if it is not, and no longer if it is; the same view if the tray is full.
    pub fn toggled(&self, area: Code) -> View {
        if self.areas.contains(&area) { self.without_area(area) } else { self.with_area(area) }
    }

    /// The view on another page: with the chosen places, the edition, the language and the theme, and what else that page
    /// reads.
    pub fn on(&self, page: Page) -> View {
        let query = self.query();
        let keeps = ["areas", "data", "lang", "dark"];
        let is_kept = |pair: &&str| {
            let name = pair.split('=').next().unwrap_or_default();
            !["sort", "zoom"].contains(&name) && (keeps.contains(&name) || page.reads().contains(&name))
        };
        let kept: Vec<&str> = query.split('&').filter(is_kept).collect();
        View::of(page).reading(&kept.join("&")).0
    }

    /// The view with this place no longer chosen.
    pub fn without_area(&self, area: Code) -> View {
        let mut view = self.clone();
        view.areas.retain(|&chosen| chosen != area);
        view
    }
}
