//! Words of the neighbourhoods of a place: how they are spread over their nation's tenths. Always within the nation: the
//! nations' indices cannot be compared.

use super::places::capital;
use super::relations::LONGEST_TITLE;
use super::{count_of, in_place, nation_name, number, outcome_title, period, place, whose};
use crate::facts::Mix;
use crate::model::{Area, DeprivationIndex, Nation, Neighbourhood, Neighbourhoods, Period, Sex};
use crate::view::{Lang, Outcome};

/// Fewer neighbourhoods at an end of the nation are no finding.
const FEWEST: usize = 3;

/// What the sentences about a place's neighbourhoods are made from.
pub struct NeighbourhoodWords<'a> {
    /// The language.
    pub lang: Lang,
    /// The place.
    pub area: &'a Area,
    /// Its neighbourhoods.
    pub all: &'a Neighbourhoods,
}

impl NeighbourhoodWords<'_> {
    /// Where the healthy life expectancies of England's tenths are from.
    pub fn source_of_mix(&self) -> String {
        "Healthy life expectancy of England’s tenths, at the rates of 2022–24 on the index of 2019: Office for National Statistics. \
         Open Government Licence v3.0."
            .to_owned()
    }

    /// The finding: how many are at that end of the nation where more are; in that half where more are, if neither end
    /// has more than a tenth of them, and not just one or two.
    pub fn title(&self) -> String {
        let of = self.all.places.len();
        let (most, least) = (self.count(1), self.count(10));
        let deprived = (1..=5).map(|tenth| self.count(tenth)).sum();
        let is_finding = most.max(least) >= FEWEST && most.max(least) * 10 > of;
        let (n, which) = match (is_finding, most >= least, deprived * 2 >= of) {
            (true, true, _) => (most, "most deprived tenth"),
            (true, false, _) => (least, "least deprived tenth"),
            (false, _, true) => (deprived, "more deprived half"),
            (false, _, false) => (of - deprived, "less deprived half"),
        };
        let are = if n == 1 { "is" } else { "are" };
        let count = if of == 1 { "the one neighbourhood".to_owned() } else { format!("{n} of {of} neighbourhoods") };
        let finding = format!("{count} {are} in {} {which}", self.nations());
        let titled = [&capital(&in_place(self.lang, self.area)), ", ", &finding].concat();
        if titled.chars().count() <= LONGEST_TITLE { titled } else { capital(&finding) }
    }

    /// What is counted, where, by which index.
    pub fn subtitle(&self) -> String {
        format!(
            "Neighbourhoods of {} by tenth of {}, from the most to the least deprived; {}",
            place(self.lang, self.area),
            self.nation(),
            self.index()
        )
    }

    /// How they are spread.
    pub fn summary(&self) -> String {
        let (nation, of) = (self.nation(), self.all.places.len());
        let counted = |tenth| match self.count(tenth) {
            0 => "none".to_owned(),
            n => format!("{n} ({})", self.per_cent(n)),
        };
        if of == 1 {
            return format!(
                "All of {}’s neighbourhoods are sorted by deprivation into ten equal groups. {} counts as one, in tenth {} \
                 from the most deprived.",
                nation,
                capital(&place(self.lang, self.area)),
                self.all.places.first().map(|one| one.tenth).unwrap_or_default()
            );
        }
        format!(
            "All of {nation}’s neighbourhoods are sorted by deprivation into ten equal groups. Of the {of} in {}, {} are in \
             the most deprived tenth and {} in the least deprived.",
            place(self.lang, self.area),
            counted(1),
            counted(10),
        )
    }

    /// What the place’s mix of tenths would give, and why that is no verdict.
    pub fn mix(&self, women: &Mix, men: &Mix) -> String {
        let years = |mix: &Mix| number(self.lang, mix.value, 1);
        let editions = if women.mixes_editions() { "it mixes two editions of the index, and " } else { "" };
        format!(
            "If each neighbourhood had the healthy life expectancy of {} tenth that it is in, at the rates of {}, that of {} \
             would be {} years for women and {} for men. This is a benchmark without a verdict: {editions}London in \
             particular looks better than it.",
            self.nations(),
            period(self.lang, women.period()),
            place(self.lang, self.area),
            years(women),
            years(men),
        )
    }

    /// What must be known beside the picture.
    pub fn cautions(&self) -> Vec<String> {
        let mut cautions = Vec::new();
        if self.all.index.nation == Nation::England {
            cautions.push("The index that sorts neighbourhoods includes health (13.5%).".to_owned());
        }
        cautions.push(
            "A tenth says where a neighbourhood stands within its nation; the nations’ indices cannot be compared."
                .to_owned(),
        );
        cautions
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        format!(
            "Each dot is one neighbourhood of {}. Columns are tenths of {}’s neighbourhoods: 1 is the most deprived tenth, 10 \
             the least deprived. The higher a column, the larger the share of the place’s neighbourhoods in that tenth. The \
             line is at 10%: a place like {} as a whole would have every column up to it.",
            place(self.lang, self.area),
            self.nation(),
            self.nation(),
        )
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self) -> String {
        let shares: Vec<String> = (1..=10).map(|tenth| self.per_cent(self.count(tenth))).collect();
        format!(
            "{} of {} in ten columns, by tenth of {} from the most to the least deprived: {}.",
            count_of(self.lang, self.all.places.len(), "neighbourhood", "neighbourhoods"),
            place(self.lang, self.area),
            self.nation(),
            shares.join(", "),
        )
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        let what = match self.all.index.nation {
            Nation::England | Nation::Wales => "Lower-layer Super Output Areas, of some 1,500 people",
            Nation::Scotland => "Data Zones, of some 750 people",
            Nation::NorthernIreland => "Super Output Areas, of some 2,000 people",
        };
        let mut notes = vec![
            format!("Neighbourhoods are {what}."),
            "Not everyone who is deprived lives in a deprived neighbourhood, and not everyone in a deprived neighbourhood is \
             deprived."
                .to_owned(),
        ];
        if self.all.index.nation != Nation::England {
            notes.push("The index counts ill health too.".to_owned());
        }
        notes
    }

    /// How many are counted, of how many.
    pub fn coverage(&self) -> String {
        let of = number(self.lang, f64::from(self.all.of), 0);
        format!(
            "{} of {of} in {}",
            count_of(self.lang, self.all.places.len(), "neighbourhood", "neighbourhoods"),
            self.nation()
        )
    }

    /// What the columns are.
    pub fn axis(&self) -> String {
        format!("Share of neighbourhoods in each tenth of {}; each dot is one", self.nation())
    }

    /// What stands beside the line.
    pub fn even(&self) -> String {
        format!("10%, as in {} as a whole", self.nation())
    }

    /// What stands below the first and the last column.
    pub fn ends(&self) -> [String; 2] {
        ["Most deprived", "Least deprived"].map(str::to_owned)
    }

    /// The share of so many in per cent, whole.
    pub fn per_cent(&self, count: usize) -> String {
        let share = count as f64 * 100.0 / self.all.places.len().max(1) as f64;
        match share {
            share if share > 0.0 && share < 0.5 => "<1%".to_owned(),
            share => [&number(self.lang, share, 0), "%"].concat(),
        }
    }

    /// The name of a tenth, from 1.
    pub fn tenth(&self, tenth: usize) -> String {
        match tenth {
            1 => "1, most deprived".to_owned(),
            10 => "10, least deprived".to_owned(),
            other => other.to_string(),
        }
    }

    /// What pointing at a column says.
    pub fn says_tenth(&self, tenth: usize, count: usize) -> Vec<String> {
        let of = self.all.places.len();
        let there = place(self.lang, self.area);
        vec![format!("Tenth {}", self.tenth(tenth)), format!("{count} of {of} in {there}: {}", self.per_cent(count))]
    }

    /// What pointing at a neighbourhood says.
    pub fn says_one(&self, one: &Neighbourhood) -> Vec<String> {
        let whole = |value: u32| number(self.lang, f64::from(value), 0);
        let mut says = vec![
            format!("{} of {} in {}", whole(one.rank), whole(self.all.of), self.nation()),
            format!("counted from the most deprived; tenth {}", one.tenth),
        ];
        if let Some(shares) = one.shares {
            let share = |value| [&number(self.lang, value, 0), "%"].concat();
            says.push(format!("On a low income: {}", share(shares.income)));
            says.push(format!("Of working age and kept out of work: {}", share(shares.employment)));
        }
        says
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!("Neighbourhoods of {} by tenth of {}; {}", place(self.lang, self.area), self.nation(), self.index())
    }

    /// The heading over tenths, counts and shares.
    pub fn headings(&self) -> [String; 3] {
        [format!("Tenth of {}", self.nation()), "Neighbourhoods".to_owned(), "Share".to_owned()]
    }

    /// The heading over the figures of the nation's tenths.
    pub fn tenths_heading(&self, sex: Sex, when: Period) -> String {
        let measure = outcome_title(self.lang, Outcome::Healthy);
        format!(
            "{measure} of {} in this tenth of {}, {}",
            whose(self.lang, sex),
            self.nation(),
            period(self.lang, when)
        )
    }

    fn count(&self, tenth: u8) -> usize {
        self.all.places.iter().filter(|place| place.tenth == tenth).count()
    }

    fn nation(&self) -> &'static str {
        nation_name(self.lang, self.all.index.nation)
    }

    fn nations(&self) -> String {
        [self.nation(), "’s"].concat()
    }

    fn index(&self) -> String {
        let DeprivationIndex { edition, .. } = self.all.index;
        let edition = edition.map(|year| [" ", &year.to_string()].concat()).unwrap_or_default();
        [self.all.index.name(), &edition].concat()
    }
}
