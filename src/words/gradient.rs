//! What is said of life expectancies from the most to the least deprived neighbourhoods.

use super::{interval, list, nation_name, number, outcome_title, period, whose, whose_title};
use crate::model::{DeprivationIndex, Nation, Period, Sex};
use crate::view::{Lang, Outcome};

/// What the sentences about one nation's gradient turn on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradientWords {
    /// The language.
    pub lang: Lang,
    /// The nation.
    pub nation: Nation,
    /// The index that sorts its neighbourhoods.
    pub index: Option<DeprivationIndex>,
    /// How many groups: 10 in England, 5 in Wales.
    pub groups: usize,
    /// The latest period.
    pub latest: Option<Period>,
    /// The first period, where it is another.
    pub first: Option<Period>,
    /// Whether total life expectancy is there too.
    pub has_total: bool,
}

/// The values of the two ends of a gradient, in years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// In the most deprived group.
    pub most_deprived: f64,
    /// In the least deprived group.
    pub least_deprived: f64,
}

/// What is said of one sex.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OfSex {
    /// Women or men.
    pub sex: Sex,
    /// Healthy life expectancy in the latest period.
    pub healthy: Ends,
    /// Total life expectancy in the latest period, where it is published.
    pub total: Option<Ends>,
    /// Healthy life expectancy in the first period, where there is another than the latest.
    pub first: Option<Ends>,
    /// The slope index of inequality of healthy life expectancy in the latest period, in years, and the relative index
    /// that England gives beside it; for tenths only.
    pub slope: Option<(f64, f64)>,
}

impl Ends {
    /// The gap between the most and least deprived groups, in years. Not a slope index.
    pub fn gap(self) -> f64 {
        self.least_deprived - self.most_deprived
    }

    /// The gap as a share of the most deprived group's value, in per cent; none where that is not above 0.
    pub fn relative(self) -> Option<f64> {
        (self.most_deprived > 0.0).then(|| self.gap() / self.most_deprived * 100.0)
    }
}

impl GradientWords {
    /// The finding, at most 90 characters.
    pub fn title(&self, all: &[OfSex]) -> String {
        let gaps = || all.iter().map(|one| one.healthy.gap());
        let (least, most) = (gaps().fold(f64::INFINITY, f64::min), gaps().fold(f64::NEG_INFINITY, f64::max));
        let (low, high) = (number(self.lang, least, 0), number(self.lang, most, 0));
        let years = if low == high { low } else { [&low, " to ", &high].concat() };
        format!(
            "{} most and least deprived {}s: healthy life expectancy {years} years apart",
            self.of_nation(),
            self.group_word()
        )
    }

    /// Measure, place, period and unit.
    pub fn subtitle(&self) -> String {
        let what = if self.has_total { "Healthy and total life expectancy" } else { "Healthy life expectancy" };
        let behind = self.first.map(|first| format!(", with {} behind", period(self.lang, first)));
        format!(
            "{what} at birth, years, by {} of {} neighbourhoods on the {}, {}{}",
            self.group_word(),
            self.of_nation(),
            self.index_name(),
            self.when(),
            behind.unwrap_or_default()
        )
    }

    /// What the picture shows.
    pub fn summary(&self, all: &[OfSex]) -> String {
        let mut said = Vec::new();
        for (at, one) in all.iter().enumerate() {
            let sentence = if at == 0 { self.first_sex(one) } else { self.other_sex(one) };
            said.push(sentence);
        }
        let total = |one: &OfSex| {
            let (low, high) = self.both_ends(one.total?);
            Some(format!("{low} and {high} years for {}", whose(self.lang, one.sex)))
        };
        let totals: Vec<String> = all.iter().filter_map(total).collect();
        if !totals.is_empty() {
            said.push(format!("Total life expectancy is {}.", totals.join(", and ")));
        }
        said.extend(self.slope(all));
        said.join(" ")
    }

    /// The slope indices, by their right name, with what they are.
    fn slope(&self, all: &[OfSex]) -> Option<String> {
        let one = |one: &OfSex| {
            let (index, relative) = one.slope?;
            let relative = number(self.lang, relative, 2);
            Some(format!("{} years (relative index {relative}) for {}", self.years(index), whose(self.lang, one.sex)))
        };
        let all: Vec<String> = all.iter().filter_map(one).collect();
        let all = (!all.is_empty()).then(|| list(self.lang, &all))?;
        let group = self.group_word();
        Some(format!(
            "In healthy life expectancy, the slope index of inequality (how much a straight line through all {group}s rises \
             from the most to the least deprived neighbourhood) is {all}."
        ))
    }

    fn first_sex(&self, one: &OfSex) -> String {
        let (low, high) = self.both_ends(one.healthy);
        let group = self.group_word();
        format!(
            "At the rates of {}, {} would have {low} years in good health in the most deprived {group} of {} neighbourhoods \
             and {high} in the least deprived. The gap between the most and least deprived {group}s is {}.",
            self.when(),
            whose(self.lang, one.sex),
            self.of_nation(),
            self.gap(one.healthy),
        )
    }

    fn other_sex(&self, one: &OfSex) -> String {
        let (low, high) = self.both_ends(one.healthy);
        format!("For {} it is {low} and {high} years, a gap of {}.", whose(self.lang, one.sex), self.gap(one.healthy))
    }

    /// The gap, absolute and relative: the one can grow while the other shrinks.
    fn gap(&self, ends: Ends) -> String {
        let relative = ends.relative().map(|share| format!(", or {}% more", number(self.lang, share, 0)));
        [&self.years(ends.gap()), " years", &relative.unwrap_or_default()].concat()
    }

    /// What stands beside the summary: above all that a change of the gap cannot be told.
    pub fn cautions(&self, all: &[OfSex]) -> Vec<String> {
        let mut cautions = Vec::new();
        let changes: Vec<String> = all.iter().filter_map(|one| self.change(one)).collect();
        if let (Some(first), false) = (self.first, changes.is_empty()) {
            cautions.push(format!(
                "Between {} and {} the gap in healthy life expectancy went {}. The table gives no limits, so whether it changed can’t be said.",
                period(self.lang, first),
                self.when(),
                list(self.lang, &changes)
            ));
        }
        cautions.push(holds_health(self.nation).to_owned());
        cautions.push("Healthy life expectancy is official statistics in development.".to_owned());
        cautions
    }

    /// The gap in both periods, absolute and relative.
    fn change(&self, one: &OfSex) -> Option<String> {
        let (first, latest) = (one.first?, one.healthy);
        let gaps = interval(self.lang, first.gap(), latest.gap(), 1);
        let shares = first.relative().zip(latest.relative());
        let shares = shares.map(|(a, b)| format!(" ({}% to {}%)", number(self.lang, a, 0), number(self.lang, b, 0)));
        let sex = whose(self.lang, one.sex);
        Some(format!("from {gaps} years{} for {sex}", shares.unwrap_or_default()))
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        let group = self.group_word();
        let mut said = vec![format!(
            "Each dot is one {group} of {} neighbourhoods, from the most deprived on the left to the least deprived on the \
             right.",
            self.of_nation()
        )];
        if self.has_total {
            said.push(
                "The lower line is healthy life expectancy, the upper one total life expectancy; what lies between are \
                 years not in good health. They are years added up, not a timeline."
                    .to_owned(),
            );
        }
        if let Some(first) = self.first {
            said.push(format!("Grey lines are those of {}.", period(self.lang, first)));
        }
        said.join(" ")
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, all: &[OfSex]) -> String {
        let one = |one: &OfSex| {
            let (low, high) = self.both_ends(one.healthy);
            format!("{}: {low} to {high} years", whose_title(self.lang, one.sex))
        };
        let ends: Vec<String> = all.iter().map(one).collect();
        format!(
            "Lines over {} {}s of {} neighbourhoods, {}. Healthy life expectancy rises from the most to the least deprived. {}.",
            self.groups,
            self.group_word(),
            self.of_nation(),
            self.when(),
            ends.join("; ")
        )
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        let group = self.group_word();
        let mut notes = vec![
            format!(
                "The {} sorts neighbourhoods. The most deprived {group} of neighbourhoods is not the \
                 poorest {group} of people: deprivation is not lack of money alone, and not everyone in a deprived \
                 neighbourhood is deprived.",
                self.index_name()
            ),
            "A gap between two groups of neighbourhoods says nothing of the groups between them, nor of why they differ."
                .to_owned(),
            "Healthy life expectancy rests on how people rate their own health.".to_owned(),
            "A period measure: what a child would have if the rates of those years held all its life. It is nobody’s \
             actual future."
                .to_owned(),
        ];
        if self.groups == 10 {
            notes.push(
                "Tenths of neighbourhoods are taken as tenths of the people. The slope index is not the gap between the most and \
                 least deprived tenths: it uses all ten, and reaches \
                 from one end of the order of neighbourhoods to the other. The relative index is the line’s height at the least deprived end divided by that at the most deprived."
                    .to_owned(),
            );
        }
        if !self.has_total {
            notes.push("Total life expectancy is not published for these groups.".to_owned());
        }
        if self.nation == Nation::England {
            notes.push("The groups are those of the index’s edition of 2019, not of the newer one of 2025.".to_owned());
        } else {
            notes
                .push("Each nation has its own index: its groups cannot be compared with another nation’s.".to_owned());
        }
        notes
    }

    /// Publisher, release and licence.
    pub fn source(&self) -> String {
        format!(
            "Healthy{} life expectancy by deprivation in {}: Office for National Statistics. Open Government Licence v3.0.",
            if self.has_total { " and total" } else { "" },
            nation_name(self.lang, self.nation)
        )
    }

    /// “10 of 10 tenths”.
    pub fn coverage(&self) -> String {
        format!("{} of {} {}s", self.groups, self.groups, self.group_word())
    }

    /// What the upward axis measures.
    pub fn y_label(&self) -> String {
        if self.has_total {
            "Healthy and total life expectancy at birth, years"
        } else {
            "Healthy life expectancy at birth, years"
        }
        .to_owned()
    }

    /// What stands below the first group, and below the last.
    pub fn ends(&self) -> [String; 2] {
        ["Most deprived".to_owned(), "Least deprived".to_owned()]
    }

    /// What lies between healthy and total life expectancy.
    pub fn between(&self) -> String {
        "Not in good health".to_owned()
    }

    /// The name of a line.
    pub fn line(&self, measure: Outcome, quiet: bool) -> String {
        if quiet {
            return self.first.map(|first| period(self.lang, first)).unwrap_or_default();
        }
        [outcome_title(self.lang, measure), ", ", &self.when()].concat()
    }

    /// The heading of one sex's panel.
    pub fn panel(&self, sex: Sex) -> String {
        whose_title(self.lang, sex).to_owned()
    }

    /// The range in a few words.
    pub fn panel_note(&self, ends: Ends) -> String {
        format!("{} years apart", self.years(ends.gap()))
    }

    /// What pointing at a dot says, its name first.
    pub fn says(&self, sex: Sex, measure: Outcome, at: usize, years: f64, before: Option<f64>) -> Vec<String> {
        let group = match at + 1 {
            1 => ["most deprived ", self.group_word()].concat(),
            last if last == self.groups => ["least deprived ", self.group_word()].concat(),
            number => format!("{} {number}", self.group_word()),
        };
        let mut says = vec![
            format!("{}, {group}, {}", whose_title(self.lang, sex), self.measure(measure)),
            format!("{}: {} years", self.line(measure, false), self.years(years)),
        ];
        if let (Some(first), Some(before)) = (self.first, before) {
            says.push(format!("{}: {} years", period(self.lang, first), self.years(before)));
        }
        says
    }

    /// A group by its number, and which ends are which: `1, most deprived`.
    pub fn group(&self, at: usize) -> String {
        let end = match at + 1 {
            1 => ", most deprived",
            last if last == self.groups => ", least deprived",
            _ => "",
        };
        [&(at + 1).to_string(), end].concat()
    }

    /// Years as they are shown.
    pub fn years(&self, years: f64) -> String {
        number(self.lang, years, 1)
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!(
            "Years at birth by {} of {} neighbourhoods: healthy life expectancy{}",
            self.group_word(),
            self.of_nation(),
            if self.has_total { " and total life expectancy" } else { "" }
        )
    }

    /// The heading over groups.
    pub fn group_heading(&self) -> String {
        let mut word = self.group_word().to_owned();
        if let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        word
    }

    /// The heading of a column.
    pub fn column(&self, measure: Outcome, sex: Sex, quiet: bool) -> String {
        let when = if quiet { self.first } else { self.latest };
        let when = when.map(|when| period(self.lang, when)).unwrap_or_default();
        format!("{}, {}, {when}", whose_title(self.lang, sex), self.measure(measure))
    }

    fn measure(&self, measure: Outcome) -> &'static str {
        if measure == Outcome::Life { "total" } else { "healthy" }
    }

    /// In a cell whose group is not there.
    pub fn no_group(&self) -> String {
        "not published".to_owned()
    }

    fn both_ends(&self, ends: Ends) -> (String, String) {
        (self.years(ends.most_deprived), self.years(ends.least_deprived))
    }

    fn when(&self) -> String {
        self.latest.map(|latest| period(self.lang, latest)).unwrap_or_default()
    }

    fn of_nation(&self) -> String {
        [nation_name(self.lang, self.nation), "’s"].concat()
    }

    /// `tenth`, `fifth`.
    fn group_word(&self) -> &'static str {
        group_word(self.groups)
    }

    fn index_name(&self) -> String {
        self.index.map(index_name).unwrap_or_default()
    }
}

/// One of so many groups: `tenth`, `fifth`.
pub(super) fn group_word(groups: usize) -> &'static str {
    match groups {
        5 => "fifth",
        10 => "tenth",
        _ => "group",
    }
}

/// An index with its edition, where that is known.
pub(super) fn index_name(index: DeprivationIndex) -> String {
    let edition = index.edition.map(|year| [" ", &year.to_string()].concat());
    [index.name(), &edition.unwrap_or_default()].concat()
}

/// That the index which sorts a nation's neighbourhoods counts ill health.
pub(super) fn holds_health(nation: Nation) -> &'static str {
    match nation {
        Nation::England => {
            "The index that sorts neighbourhoods includes health (13.5%), so part of the gradient is there by \
             construction."
        }
        _ => "The index that sorts neighbourhoods includes health, so part of the gradient is there by construction.",
    }
}

/// The headline over England's tenths, and what it rests on.
pub fn gradient_headline(lang: Lang, girls: Ends) -> String {
    format!(
        "A girl born in England’s most deprived tenth of neighbourhoods would have {} years in good health. In the least \
         deprived tenth, {}.",
        number(lang, girls.most_deprived, 1),
        number(lang, girls.least_deprived, 1),
    )
}

/// What the headline rests on.
pub fn gradient_basis(lang: Lang, boys: Ends, when: Period) -> String {
    format!(
        "If she lived all her life at the rates of {}; this is not how long people live. A boy would have {} and {} years.",
        period(lang, when),
        number(lang, boys.most_deprived, 1),
        number(lang, boys.least_deprived, 1),
    )
}
