//! What is said of income and employment deprivation over all neighbourhoods of England.

use super::places::capital;
use super::{count_of, list, nation_name, number, place};
use crate::facts::{BIN, England, Group, Middle};
use crate::model::{Area, AreaKind, Nation, Shares};
use crate::view::Lang;

/// The most areas that a dot names of those whose neighbourhoods it stands for.
const MOST_NAMED: usize = 3;

/// What the sentences are made from.
pub struct EnglandWords<'a> {
    /// The language.
    pub lang: Lang,
    /// All neighbourhoods.
    pub england: &'a England,
}

impl EnglandWords<'_> {
    /// The finding, at most 90 characters.
    pub fn title(&self) -> String {
        let how = if self.england.r < 0.0 { "fewer" } else { "more" };
        format!("Where more people are on a low income, {how} tend to be kept out of work: r = {}", self.r())
    }

    /// Measures, place, edition and unit.
    pub fn subtitle(&self) -> String {
        format!(
            "Every neighbourhood of England: share of people in income deprivation, %, and of people of working age in \
             employment deprivation, %; Index of Multiple Deprivation 2025; {}",
            self.coverage()
        )
    }

    /// What the picture shows, then what of the chosen places.
    pub fn summary(&self, chosen: &[(&Area, Group)]) -> String {
        let all = &self.england.all;
        let mut said = vec![
            format!(
                "Over all {} neighbourhoods of England, income deprivation and employment deprivation go together: r = {}, \
                 where 0 would be not at all and 1 along one straight line.",
                self.count(all.count()),
                self.r()
            ),
            format!(
                "Half of the neighbourhoods have more than {} of people on a low income, and half more than {} of people of \
                 working age kept out of work.",
                self.per_cent(all.income.median),
                self.per_cent(all.employment.median)
            ),
        ];
        if let (Some(Some(most)), Some(Some(least))) = (self.england.tenths.first(), self.england.tenths.last()) {
            said.push(format!(
                "In the most deprived tenth of neighbourhoods the medians are {}, in the least deprived {}.",
                self.medians(most),
                self.medians(least)
            ));
        }
        for (area, group) in chosen {
            said.push(format!(
                "{}: {}, medians {}; {} of them in the most deprived tenth.",
                capital(&place(self.lang, area)),
                self.neighbourhoods(group.count()),
                self.medians(group),
                if group.tenths[0] == 0 { "none".to_owned() } else { self.count(group.tenths[0]) }
            ));
        }
        said.join(" ")
    }

    /// What stands beside the summary.
    pub fn cautions(&self) -> Vec<String> {
        vec![
            "Many people are counted in both: people out of work are often on a low income.".to_owned(),
            "Both shares are parts of the index that sorts neighbourhoods into tenths, so that the tenths lie along them by \
             construction."
                .to_owned(),
            "Employment deprivation counts people kept from work by sickness or disability, and income deprivation counts \
             some people for benefits that they receive in sickness: neither is a measure apart from health."
                .to_owned(),
        ]
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        "Each dot is a neighbourhood, some 1,500 people: the further right, the more of them are on a low income; the higher \
         up, the more people of working age are kept out of work. The darker a dot, the more deprived the neighbourhood on \
         the index as a whole; where dots lie on each other, the more deprived one is on top. A number stands at the \
         medians of that tenth, 1 the most deprived. The neighbourhoods of a chosen place are lit, and its name stands at \
         the large mark at their medians."
            .to_owned()
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, chosen: &[(&Area, Group)]) -> String {
        let mut said = format!(
            "A cloud of {} dots, one a neighbourhood of England, that rises from few people on a low income and few kept out \
             of work to many of both, r = {}.",
            self.count(self.england.all.count()),
            self.r()
        );
        let names: Vec<String> = chosen.iter().map(|(area, _)| place(self.lang, area)).collect();
        let lit = [" Lit: ", &list(self.lang, &names), "."].concat();
        if !names.is_empty() && said.chars().count() + lit.chars().count() <= 300 {
            said.push_str(&lit);
        }
        said
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        [
            "Neighbourhoods are Lower-layer Super Output Areas. Each counts once, however many people live there.",
            "Income deprivation: the share of people who live on a low income, counted mainly from benefit records. Employment \
             deprivation: the share of people of working age who would like to work but are kept from it by unemployment, \
             sickness, disability or caring.",
            "That two shares go together over neighbourhoods says nothing of why, nor of any one person: not everyone in a \
             deprived neighbourhood is deprived.",
            "The shares are published to a tenth of a per cent, so that several neighbourhoods can lie on one dot.",
            "Every neighbourhood as CSV: the names in the table lead to it.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    /// Publisher, release and licence.
    pub fn source(&self) -> String {
        "English Indices of Deprivation 2025: Ministry of Housing, Communities and Local Government. Open Government Licence \
         v3.0."
            .to_owned()
    }

    /// “33,755 of 33,755 neighbourhoods”.
    pub fn coverage(&self) -> String {
        let count = self.england.all.count();
        format!("{} of {}", self.count(count), self.neighbourhoods(count))
    }

    /// Why a chosen place is not lit.
    pub fn not_lit(&self, area: &Area) -> String {
        let there = capital(&place(self.lang, area));
        match (area.nation(), area.kind) {
            (_, AreaKind::Uk) => {
                "The picture is of England alone: the nations’ indices cannot be compared, so the UK has none."
                    .to_owned()
            }
            (Some(Nation::England), AreaKind::Nation) => {
                "The whole picture is England: no part of it is lit.".to_owned()
            }
            (Some(Nation::England), AreaKind::CombinedAuthority) => format!(
                "{there} is a combined authority. Which neighbourhoods it has is not among the data, so none are lit: choose \
                 its local areas."
            ),
            (Some(Nation::England), _) => format!("{there} has no neighbourhoods in the table, so none are lit."),
            (Some(nation), AreaKind::Nation) => {
                let name = nation_name(self.lang, nation);
                format!("{name} is not in the picture: its index cannot be compared with England’s.")
            }
            (Some(nation), _) => format!(
                "{there} is not in the picture: it is in {}, whose index cannot be compared with England’s.",
                nation_name(self.lang, nation)
            ),
            (None, _) => format!("{there} is not in the picture, which is of England."),
        }
    }

    /// What is measured across, and up.
    pub fn axes(&self) -> [String; 2] {
        [
            "Income deprivation: on a low income, % of people, 2025",
            "Employment deprivation: kept out of work, % of people of working age, 2025",
        ]
        .map(str::to_owned)
    }

    /// Two tenths to a colour, the most deprived first.
    pub fn classes(&self) -> Vec<String> {
        let ends = |first: usize| match first {
            1 => "Tenths 1 and 2, most deprived".to_owned(),
            9 => "9 and 10, least deprived".to_owned(),
            _ => format!("{first} and {}", first + 1),
        };
        (1..10).step_by(2).map(ends).collect()
    }

    /// What stands at a dot that is beyond the end of an axis.
    pub fn beyond(&self, share: f64) -> String {
        [&self.per_cent(share), ", off the scale"].concat()
    }

    /// What a group of neighbourhoods with so much income deprivation says, its name first.
    pub fn says_bin(&self, from: f64, group: &Group) -> Vec<String> {
        let whole = |value: f64| number(self.lang, value, 0);
        vec![
            format!("{} to {}% on a low income", whole(from), whole(from + BIN)),
            self.neighbourhoods(group.count()),
            format!("Kept out of work: {}", self.middle(&group.employment)),
            self.in_tenths(group),
        ]
    }

    /// What a chosen place says.
    pub fn says_place(&self, area: &Area, group: &Group) -> Vec<String> {
        vec![
            format!("{}, {}", area.name, self.neighbourhoods(group.count())),
            format!("On a low income: {}", self.middle(&group.income)),
            format!("Kept out of work: {}", self.middle(&group.employment)),
            format!("In the most deprived tenth: {}", self.count(group.tenths[0])),
        ]
    }

    /// What the neighbourhoods of a place that have these shares say, by the tenths that they are in.
    pub fn says_own(&self, area: &Area, shares: Shares, tenths: &[u8]) -> Vec<String> {
        let tenths: Vec<String> = tenths.iter().map(u8::to_string).collect();
        let what = match tenths.len() {
            1 => "A neighbourhood in tenth".to_owned(),
            n => format!("{} in tenths", self.neighbourhoods(n)),
        };
        vec![format!("{}: {}", area.name, self.both(shares)), format!("{what} {}", list(self.lang, &tenths))]
    }

    /// What a dot says: its shares, then the local area and the tenth of each neighbourhood that has them.
    pub fn says_dot(lang: Lang, shares: Shares, of: &[(&str, u8)]) -> Vec<String> {
        let share = |value| [&number(lang, value, 1), "%"].concat();
        let mut says =
            vec![format!("{} on a low income, {} kept out of work", share(shares.income), share(shares.employment))];
        let named = if of.len() == 1 { "A neighbourhood of " } else { "" };
        says.extend(of.iter().take(MOST_NAMED).map(|(name, tenth)| format!("{named}{name}, in tenth {tenth}")));
        if of.len() > MOST_NAMED {
            says.push(format!("and {} more neighbourhoods", of.len() - MOST_NAMED));
        }
        says
    }

    /// A chosen place in a few characters.
    pub fn chosen(&self, group: &Group) -> String {
        self.neighbourhoods(group.count())
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        "Neighbourhoods of England by tenth of the Index of Multiple Deprivation 2025: how many, and the median, the least and \
         the greatest of both shares, %"
            .to_owned()
    }

    /// The headings of the table.
    pub fn headings(&self) -> [String; 8] {
        [
            "Tenth or place",
            "Neighbourhoods",
            "On a low income: median",
            "least",
            "greatest",
            "Kept out of work: median",
            "least",
            "greatest",
        ]
        .map(str::to_owned)
    }

    /// The name of a tenth, from 1.
    pub fn tenth(&self, tenth: usize) -> String {
        match tenth {
            1 => "1, most deprived".to_owned(),
            10 => "10, least deprived".to_owned(),
            other => other.to_string(),
        }
    }

    /// A share as it is shown.
    pub fn share(&self, share: f64) -> String {
        number(self.lang, share, 1)
    }

    /// How many, with commas.
    pub fn count(&self, count: usize) -> String {
        number(self.lang, count as f64, 0)
    }

    fn neighbourhoods(&self, count: usize) -> String {
        if count == 1 {
            count_of(self.lang, 1, "neighbourhood", "")
        } else {
            [&self.count(count), " neighbourhoods"].concat()
        }
    }

    fn r(&self) -> String {
        number(self.lang, self.england.r, 2)
    }

    fn per_cent(&self, share: f64) -> String {
        [&self.share(share), "%"].concat()
    }

    fn both(&self, shares: Shares) -> String {
        format!(
            "{} on a low income, {} kept out of work",
            self.per_cent(shares.income),
            self.per_cent(shares.employment)
        )
    }

    fn medians(&self, group: &Group) -> String {
        let (income, employment) = (self.per_cent(group.income.median), self.per_cent(group.employment.median));
        format!("{income} on a low income and {employment} kept out of work")
    }

    fn middle(&self, middle: &Middle) -> String {
        let [median, least, most] = [middle.median, middle.least, middle.most].map(|share| self.per_cent(share));
        if least == most { median } else { format!("median {median}, from {least} to {most}") }
    }

    /// Which tenths a group's neighbourhoods are in.
    fn in_tenths(&self, group: &Group) -> String {
        let (first, last) = (
            group.tenths.iter().position(|count| *count > 0).unwrap_or_default() + 1,
            group.tenths.iter().rposition(|count| *count > 0).unwrap_or_default() + 1,
        );
        if first == last { format!("All in tenth {first}") } else { format!("In tenths {first} to {last}") }
    }
}
