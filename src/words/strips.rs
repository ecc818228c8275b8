//! The circumstances of places beside the local areas of their nation.

use super::places::capital;
use super::{amount, count_of, in_place, in_sentence, list, missing_reason, place, unit_beside};
use crate::model::{Area, AreaKind, Indicator, Missing, Sector, Spread};
use crate::view::Lang;
use crate::words::LONGEST_TITLE;

/// How many of a place's circumstances lie outside the middle half of its nation's local areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideTheMiddle {
    /// Above the upper quartile.
    pub above: usize,
    /// Below the lower quartile.
    pub below: usize,
    /// Of so many.
    pub of: usize,
}

/// What sentences about the circumstances of places are made of.
#[derive(Debug, Clone)]
pub struct StripWords<'a> {
    /// The language.
    pub lang: Lang,
    /// The places, in the order chosen.
    pub places: &'a [&'a Area],
    /// Their nations, or the UK, each once.
    pub wholes: &'a [&'a Area],
}

impl StripWords<'_> {
    /// The finding, at most 90 characters.
    pub fn title(&self, found: OutsideTheMiddle) -> String {
        let OutsideTheMiddle { above, below, of } = found;
        let outside = above + below;
        let ([area], [whole]) = (self.places, self.wholes) else {
            return format!(
                "Circumstances of {}, each beside its nation’s local areas",
                count_of(self.lang, self.places.len(), "place", "places")
            );
        };
        let whole = self.possessive(whole);
        let finding = match area.kind {
            AreaKind::Local => {
                format!("Outside the middle half of {whole} local areas for {outside} of {of} circumstances")
            }
            _ => format!(
                "{} on the spread of {whole} local areas",
                count_of(self.lang, of, "circumstance", "circumstances")
            ),
        };
        let full = format!("{}: {}", area.name, in_sentence(&finding));
        let fits = full.chars().count() <= LONGEST_TITLE;
        if fits { full } else { finding }
    }

    /// Measure, place, period and unit.
    pub fn subtitle(&self) -> String {
        let names: Vec<String> = self.places.iter().map(|area| place(self.lang, area)).collect();
        format!(
            "Every circumstance of {}, latest period of each, in its own unit, on the spread of local areas of {}",
            list(self.lang, &names),
            self.nations()
        )
    }

    /// What the picture shows of the first place.
    pub fn summary(&self, found: OutsideTheMiddle) -> String {
        let (Some(area), Some(whole)) = (self.places.first(), self.wholes.first()) else { return String::new() };
        let OutsideTheMiddle { above, below, of } = found;
        let lie = if above == 1 { "lies" } else { "lie" };
        let said = format!(
            "Of {of} circumstances with a figure {}, {above} {lie} above the middle half of {} local areas and {below} below it.",
            in_place(self.lang, area),
            self.possessive(whole)
        );
        match area.kind {
            AreaKind::Local => said,
            _ => [&said, " It takes in many areas, so it lies in the middle more often than they do."].concat(),
        }
    }

    /// That what stands out is not worked out for a place.
    pub fn no_stands_out(&self, area: &Area) -> Option<String> {
        let is_local = area.kind == AreaKind::Local;
        is_local.then(|| {
            format!(
                "What stands out {} among places about as deprived is worked out in England only.",
                in_place(self.lang, area)
            )
        })
    }

    /// What stands beside the summary.
    pub fn cautions(&self) -> Vec<String> {
        let mut said = vec![
            "High is not bad, nor low good: read each circumstance by its name.".to_owned(),
            "Many of these figures come from samples; near values may not differ.".to_owned(),
        ];
        if self.wholes.len() > 1 {
            said.push("Each place is set beside the local areas of its own nation only.".to_owned());
        }
        said.push("Nothing here says why lives there are longer or shorter.".to_owned());
        said
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        format!(
            "Each row is a circumstance on a scale of its own, from the lowest on the left to the highest on the right. The \
             thin line reaches from the lowest to the highest of the local areas of {}, the shading holds the middle half of \
             them, the upright stroke is the nation’s own figure. Where the line ends in an arrow, some areas lie further out. Places are \
             the coloured marks.",
            self.nations()
        )
    }

    /// The picture in at most 300 characters.
    pub fn alt(&self, found: OutsideTheMiddle, rows: usize) -> String {
        let full = format!(
            "Rows of {rows} circumstances of {} by sector, each place as a mark on the spread. {}.",
            list(self.lang, &self.places.iter().map(|area| place(self.lang, area)).collect::<Vec<_>>()),
            self.title(found)
        );
        full.chars().take(300).collect()
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        vec![
            "The middle half of areas lies between the lower and the upper quartile, every area counting once.".to_owned(),
            "Limits are not drawn here; where a publisher gives any, they stand in the open data.".to_owned(),
            "Stands out: further from what income deprivation lets expect than 2.5 robust standard deviations; at most three \
             are named. With some 50 circumstances looked at, about one in two places would have one by chance."
                .to_owned(),
        ]
    }

    /// “76 of 80 circumstances”.
    pub fn coverage(&self, shown: usize, of: usize) -> String {
        format!("{shown} of {of} circumstances")
    }

    /// What a dash means, where places of several nations are shown.
    pub fn dashes(&self) -> Vec<String> {
        let said =
            "A dash: the circumstance does not cover the place’s nation, or has no figure there; the table says which.";
        if self.wholes.len() > 1 { vec![said.to_owned()] } else { Vec::new() }
    }

    /// Which circumstances have no figure in a place, for one reason.
    pub fn missing(&self, area: &Area, why: Missing, these: &[&Indicator]) -> Option<String> {
        let names: Vec<String> = these.iter().map(|x| in_sentence(&x.name)).collect();
        (!names.is_empty()).then(|| {
            format!(
                "No figure {}, {}: {}.",
                in_place(self.lang, area),
                missing_reason(self.lang, why),
                list(self.lang, &names)
            )
        })
    }

    /// What the picture's marks are beside the places.
    pub fn key(&self) -> String {
        format!(
            "Shaded: the middle half of {} local areas; line: from the lowest to the highest, cut off at an arrow",
            self.all_possessive()
        )
    }

    /// The note under a sector.
    pub fn sector_note(&self, sector: Sector) -> String {
        let note = "These figures cannot separate circumstances from behaviour.";
        if sector == Sector::Behaviour { note } else { "" }.to_owned()
    }

    /// How the local areas of a whole are spread.
    pub fn spread(&self, whole: &Area, x: &Indicator, spread: &Spread) -> String {
        let [least, lower, _, upper, most] = spread.marks.map(|value| amount(self.lang, &x.unit, value, x.decimals));
        format!(
            "Middle half of {} {} local areas: {lower} to {upper}; all: {least} to {most}",
            self.possessive(whole),
            spread.areas
        )
    }

    /// The headings of the table: of the circumstance and what follows, then of each place and nation.
    pub fn columns(&self) -> Vec<String> {
        let mut columns = vec!["Circumstance".to_owned(), "Sector".to_owned(), "Period".to_owned()];
        columns.extend(self.places.iter().map(|area| area.name.clone()));
        let is_place = |whole: &Area| self.places.iter().any(|area| area.code == whole.code);
        let others = self.wholes.iter().filter(|whole| !is_place(whole));
        columns.extend(others.map(|whole| capital(&place(self.lang, whole))));
        let of = |whole: &&Area, what: &str| [&capital(self.possessive(whole).as_str()), " ", what].concat();
        if let Some(whole) = self.wholes.first().filter(|_| self.wholes.len() == 1) {
            for what in ["lowest", "lower quartile", "upper quartile", "highest", "areas"] {
                columns.push(of(whole, what));
            }
        }
        columns
    }

    /// A circumstance in the table, with its unit where amounts do not carry it.
    pub fn name(&self, x: &Indicator) -> String {
        [&x.name, unit_beside(&x.unit).as_str()].concat()
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!("{} and local areas of {}", self.subtitle_names(), self.nations())
    }

    fn subtitle_names(&self) -> String {
        let names: Vec<String> = self.places.iter().map(|area| place(self.lang, area)).collect();
        format!("Circumstances of {}", list(self.lang, &names))
    }

    fn nations(&self) -> String {
        let names: Vec<String> = self.wholes.iter().map(|area| place(self.lang, area)).collect();
        list(self.lang, &names)
    }

    fn all_possessive(&self) -> String {
        match self.wholes {
            [whole] => self.possessive(whole),
            _ => "each nation’s".to_owned(),
        }
    }

    fn possessive(&self, whole: &Area) -> String {
        let name = place(self.lang, whole);
        [name.as_str(), "’s"].concat()
    }
}
