//! What is said of a map.

use super::measures::{dated, in_sentence};
use super::relations::{IN_DEVELOPMENT, outcome_cautions};
use super::{
    Facts, LONGEST_TITLE, RelationWords, amount, circumstance, limit_heading, list, missing_reason, nation_name,
    number, outcome_name, outcome_title, period, place, place_heading, region_heading, unit_beside, value_with_limits,
    whose, whose_title,
};
use crate::facts::{MapClass, Shade};
use crate::model::{Area, Code, Indicator, Known, Missing, Period, Sex};
use crate::view::{Lang, Outcome};

/// What a map shows.
#[derive(Debug, Clone, Copy)]
pub enum Measured<'a> {
    /// An outcome, and whose lives.
    Outcome(Outcome, Sex),
    /// A circumstance.
    Circumstance(&'a Indicator),
}

/// Pairs of areas that share a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbours {
    /// How many pairs have figures with limits.
    pub pairs: usize,
    /// How many of them can't be told apart.
    pub alike: usize,
}

/// The parts that every sentence about a map is made of.
#[derive(Debug, Clone, Copy)]
pub struct MapWords<'a> {
    /// The language.
    pub lang: Lang,
    /// What is mapped.
    pub what: Measured<'a>,
    /// Its period.
    pub period: Period,
    /// Where: the UK, a nation or a region.
    pub scope: &'a Area,
}

impl MapWords<'_> {
    /// The finding, at most 90 characters: how many areas are in the darkest class; of the hexagons, also how many are in
    /// the lightest.
    pub fn title(&self, is_hexagons: bool, classes: &[MapClass], foremost: Option<(&Area, usize)>) -> String {
        let mut titles = Vec::new();
        if let [Some(dark), Some(light)] = self.ends(classes).map(|end| end.filter(|class| class.count > 0)) {
            let is = |class: &MapClass| self.years_in(&class.label);
            if is_hexagons {
                titles.push(format!(
                    "{} in {} areas, {} in {}",
                    is(dark),
                    dark.count,
                    in_sentence(&light.label),
                    light.count
                ));
            } else if let Some((around, count)) = foremost {
                let name = place(self.lang, around);
                titles.push(format!("{} in {} areas, {count} of them in {name}", is(dark), dark.count));
            }
            titles.push(format!("{} in {} areas", is(dark), dark.count));
        }
        let name = match self.what {
            Measured::Outcome(y, _) => outcome_title(self.lang, y),
            Measured::Circumstance(x) => &x.name,
        };
        titles.push([name, ", area by area"].concat());
        let fits = |title: &&String| title.chars().count() <= LONGEST_TITLE;
        titles.iter().find(fits).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// The darkest and the lightest class.
    fn ends<'b>(&self, classes: &'b [MapClass]) -> [Option<&'b MapClass>; 2] {
        let step = |class: &&MapClass| match class.shade {
            Shade::Step(step) => step,
            _ => 0,
        };
        let scale = || classes.iter().filter(|class| matches!(class.shade, Shade::Step(_)));
        [scale().min_by_key(step), scale().max_by_key(step)]
    }

    /// `Women: under 57 years in good health`.
    fn years_in(&self, class: &str) -> String {
        let class = in_sentence(class);
        match self.what {
            Measured::Outcome(Outcome::Healthy, sex) => format!("{}: {class} years in good health", self.who(sex)),
            Measured::Outcome(Outcome::Life, sex) => format!("{}: total life expectancy {class} years", self.who(sex)),
            Measured::Outcome(Outcome::Unhealthy, sex) => {
                format!("{}: {class} years not in good health", self.who(sex))
            }
            Measured::Circumstance(x) => format!("{}: {class}", x.name),
        }
    }

    fn who(&self, sex: Sex) -> &'static str {
        whose_title(self.lang, sex)
    }

    /// Measure, place, period and unit, and which way the colours go.
    pub fn subtitle(&self, is_hexagons: bool, dark_is_low: bool) -> String {
        let dark = match (self.what, dark_is_low) {
            (Measured::Outcome(..), true) => "the fewer years",
            (Measured::Outcome(..), false) => "the more years",
            (Measured::Circumstance(_), true) => "the lower the figure",
            (Measured::Circumstance(_), false) => "the higher the figure",
        };
        let each = if is_hexagons { "; every area is as large as any other" } else { "" };
        format!("{}, local areas of {}; the darker, {dark}{each}", self.heading(), self.place())
    }

    /// Measure, whose, unit and period.
    fn heading(&self) -> String {
        let when = period(self.lang, self.period);
        match self.what {
            Measured::Outcome(Outcome::Unhealthy, sex) => {
                format!("{}, {}, {when}", outcome_title(self.lang, Outcome::Unhealthy), whose(self.lang, sex))
            }
            Measured::Outcome(y, sex) => {
                format!("{} at birth, {}, years, {when}", outcome_title(self.lang, y), whose(self.lang, sex))
            }
            Measured::Circumstance(x) => [&dated(self.lang, &x.name, self.period), " (", &x.unit.words, ")"].concat(),
        }
    }

    /// Where: the nations that a circumstance covers, where the UK is looked at and they are not all.
    fn place(&self) -> String {
        if let Measured::Circumstance(x) = self.what
            && self.scope.code == Code::UK
            && !x.nations.is_empty()
            && x.nations.len() < 4
        {
            let names: Vec<&str> = x.nations.iter().map(|&nation| nation_name(self.lang, nation)).collect();
            return list(self.lang, &names);
        }
        place(self.lang, self.scope)
    }

    /// What stands above the legend.
    pub fn legend(&self) -> String {
        match self.what {
            Measured::Outcome(Outcome::Unhealthy, _) => "Years not in good health: number of areas".to_owned(),
            Measured::Outcome(y, _) => [outcome_title(self.lang, y), ", years: number of areas"].concat(),
            Measured::Circumstance(x) => [&x.name, ", ", &x.unit.words, ": number of areas"].concat(),
        }
    }

    /// What belongs to a class: `Under 57`, `57–60`, `66 or more`.
    pub fn class(&self, breaks: &[f64], class: usize) -> String {
        let shown = |edge: f64| match self.what {
            Measured::Outcome(..) => number(self.lang, edge, decimals_of(edge)),
            Measured::Circumstance(x) => amount(self.lang, &x.unit, edge, decimals_of(edge)),
        };
        let below = class.checked_sub(1).and_then(|at| breaks.get(at));
        match (below, breaks.get(class)) {
            (Some(low), Some(high)) if *low < 0.0 => [&shown(*low), " to ", &shown(*high)].concat(),
            (Some(low), Some(high)) => {
                let (low, high) = (shown(*low), shown(*high));
                let unit = match self.what {
                    Measured::Circumstance(x) => low.strip_suffix(&x.unit.suffix),
                    Measured::Outcome(..) => None,
                };
                [unit.unwrap_or(&low), "–", &high].concat()
            }
            (None, Some(high)) => ["Under ", &shown(*high)].concat(),
            (Some(low), None) => [&shown(*low), " or more"].concat(),
            (None, None) => "All".to_owned(),
        }
    }

    /// What stands below areas that are in no class.
    pub fn without_class(&self, is_missing: bool) -> String {
        let words = if is_missing { "No figure" } else { "Not compared" };
        words.to_owned()
    }

    /// One paragraph that says what the map shows.
    pub fn summary(&self, classes: &[MapClass], known: usize, all: usize, neighbours: Option<Neighbours>) -> String {
        let mut said = Vec::new();
        if let [Some(dark), Some(light)] = self.ends(classes) {
            let years = match self.what {
                Measured::Outcome(..) => " years",
                Measured::Circumstance(_) => "",
            };
            let part = |class: &MapClass| format!("{}{years} in {}", in_sentence(&class.label), class.count);
            said.push(format!("{}: {}, {}; {}.", self.heading(), part(dark), part(light), self.coverage(known, all)));
        }
        said.extend(neighbours.map(|neighbours| self.alike(neighbours)));
        said.join(" ")
    }

    /// How many neighbours can't be told apart.
    fn alike(&self, Neighbours { pairs, alike }: Neighbours) -> String {
        format!(
            "Of the {pairs} pairs of areas that share a border, {alike} can’t be told apart: the difference between them may be \
             chance."
        )
    }

    /// “216 of 218 areas”.
    pub fn coverage(&self, known: usize, all: usize) -> String {
        format!("{known} of {all} areas")
    }

    /// What stands beside the summary wherever it is shown.
    pub fn cautions(&self, neighbours: Option<Neighbours>) -> Vec<String> {
        let mut said = Vec::new();
        said.push(match neighbours {
            Some(neighbours) if neighbours.are_mostly_alike() => {
                "Most neighbouring areas can’t be told apart, even where their colours differ. The map ranks nothing."
                    .to_owned()
            }
            Some(_) => "Some neighbouring areas can’t be told apart, even where their colours differ.".to_owned(),
            None => self.not_told().to_owned(),
        });
        match self.what {
            Measured::Outcome(Outcome::Life, _) => {}
            Measured::Outcome(..) => said.push(IN_DEVELOPMENT.to_owned()),
            Measured::Circumstance(x) => said.extend(self.of_circumstance(x).cautions_of_one()),
        }
        said
    }

    /// The words of a circumstance by itself, without an outcome beside it.
    fn of_circumstance<'b>(&self, x: &'b Indicator) -> RelationWords<'b> {
        RelationWords {
            lang: self.lang,
            x,
            x_period: self.period,
            y: Outcome::Life,
            y_period: self.period,
            sex: Sex::Female,
            scope: "",
            place: "",
            sized: false,
        }
    }

    /// How to read the picture.
    pub fn reading(&self, is_hexagons: bool) -> String {
        let shape = match is_hexagons {
            true => {
                "Every hexagon is a local area. All are of the same size, so that London is as plain to see as the Highlands; \
                 most stand beside true neighbours, but none is quite where it is on the ground. \
                 Wider gaps part regions and nations."
            }
            false => {
                "Every area is drawn where it lies; large areas look more important than they are, because as many people \
                 may live in a small one. London, where it is compared, is drawn once more and larger; Orkney and Shetland are moved, \
                 until a part of the map is enlarged. To enlarge it: the buttons; + and −, and 0 for all of it; the wheel, \
                 with Ctrl or ⌘ held; or two fingers. To move it: drag, or hold Shift with the arrows."
            }
        };
        format!(
            "{shape} By keyboard, arrows lead to the area on that side, or across the sea to the nearest, Page Down to the next by name. The bars are the key: each is a class, as high as the number of its areas. A figure on the boundary \
             of two classes is in the higher one. The classes are the same for women and men and in every period. Chosen \
             places are outlined and named."
        )
    }

    /// The picture in at most 300 characters.
    pub fn alt(&self, is_hexagons: bool, classes: &[MapClass], chosen: &[String]) -> String {
        let kind = if is_hexagons { "Hexagon map" } else { "Map" };
        let classes: Vec<String> =
            classes.iter().map(|class| format!("{}, {}", in_sentence(&class.label), class.count)).collect();
        let base = format!(
            "{kind} of local areas of {}. Areas by {}: {}.",
            self.place(),
            in_sentence(&self.heading()),
            classes.join("; ")
        );
        let full = if chosen.is_empty() { base.clone() } else { format!("{base} {}.", chosen.join("; ")) };
        let short = format!("{kind} of local areas of {}. {}.", self.place(), self.heading());
        [full, base].into_iter().find(|text| text.chars().count() <= 300).unwrap_or(short)
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self, is_hexagons: bool) -> Vec<String> {
        let mut notes = match self.what {
            Measured::Outcome(y, _) => outcome_cautions(y),
            Measured::Circumstance(x) => {
                let mut notes = self.of_circumstance(x).notes(&Facts::default());
                // Said of the outcome, which is not there.
                notes.retain(|note| !outcome_cautions(Outcome::Life).contains(note));
                notes
            }
        };
        let classes = "Classes meet at round numbers so that each holds about as many figures, over both sexes and all periods \
                       of the measure.";
        notes.push(classes.to_owned());
        if is_hexagons {
            notes.push(
                "The hexagons are laid out by us from the borders: two thirds of neighbours stay side by side."
                    .to_owned(),
            );
        }
        notes
    }

    /// The source of the shapes.
    pub fn source_of_shapes(&self, is_hexagons: bool) -> String {
        let ours = if is_hexagons { "Hexagons: ours, from the borders of " } else { "Borders: " };
        [
            ours,
            "ONS Open Geography, December 2024, simplified further. Contains OS data © Crown copyright and database right 2024.",
        ]
        .concat()
    }

    /// That areas of other nations or regions are grey.
    pub fn others(&self) -> String {
        let own = matches!(self.what, Measured::Circumstance(x) if x.national_index);
        let why = if own { ": each nation has its own index, which can’t be compared with another’s" } else { "" };
        format!("Areas outside {} are grey{why}.", self.place())
    }

    /// Which areas have no figure, for one reason.
    pub fn missing(&self, areas: &[String], why: Missing) -> String {
        let reason = missing_reason(self.lang, why);
        let name = match self.what {
            Measured::Outcome(y, _) => outcome_name(self.lang, y).to_owned(),
            Measured::Circumstance(x) => in_sentence(&x.name),
        };
        format!("No figure for {name} in {}: {reason}.", list(self.lang, areas))
    }

    /// What pointing at an area says of its figure.
    pub fn value(&self, known: &Known) -> String {
        match self.what {
            Measured::Outcome(y, sex) => {
                format!("{}, {}: {}", outcome_title(self.lang, y), whose(self.lang, sex), self.short_value(known))
            }
            Measured::Circumstance(x) => circumstance(self.lang, x, self.period, known.value, None),
        }
    }

    /// `51.8 years (47.4–56.1)`, `18.4%`.
    pub fn short_value(&self, known: &Known) -> String {
        match self.what {
            Measured::Outcome(..) => value_with_limits(self.lang, known.value, known.limits),
            Measured::Circumstance(_) => self.amount(known.value),
        }
    }

    /// A number as the table shows it.
    pub fn amount(&self, value: f64) -> String {
        match self.what {
            Measured::Outcome(..) => number(self.lang, value, 1),
            Measured::Circumstance(x) => amount(self.lang, &x.unit, value, x.decimals),
        }
    }

    /// Which class an area is in.
    pub fn in_class(&self, label: &str) -> String {
        ["Class: ", &in_sentence(label)].concat()
    }

    /// What pointing at an area without a figure says.
    pub fn no_figure(&self, why: Missing) -> String {
        ["No figure: ", missing_reason(self.lang, why)].concat()
    }

    /// What pointing at an area that is not looked at says.
    pub fn outside(&self) -> String {
        ["Outside ", &self.place(), ", so not compared here"].concat()
    }

    /// The headings of the table.
    pub fn columns(&self) -> [String; 6] {
        let value = match self.what {
            Measured::Outcome(y, sex) => {
                let (what, when) = (outcome_title(self.lang, y), period(self.lang, self.period));
                format!("{what}, {}, years, {when}", whose(self.lang, sex))
            }
            Measured::Circumstance(x) => {
                [dated(self.lang, &x.name, self.period).as_str(), &unit_beside(&x.unit)].concat()
            }
        };
        [
            place_heading(self.lang).to_owned(),
            region_heading(self.lang).to_owned(),
            value,
            limit_heading(self.lang, false).to_owned(),
            limit_heading(self.lang, true).to_owned(),
            "Class".to_owned(),
        ]
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!("{}, local areas of {}", self.heading(), self.place())
    }

    /// The page's headline: how many areas are at either end of the scale.
    pub fn headline(&self, classes: &[MapClass]) -> String {
        let [Some(dark), Some(light)] = self.ends(classes) else { return [&self.heading(), "."].concat() };
        if dark == light {
            return [&self.heading(), "."].concat();
        }
        let (dark, light) = if dark.count > 0 { (dark, light) } else { (light, dark) };
        let (class, place, when) = (in_sentence(&dark.label), self.place(), period(self.lang, self.period));
        let most = match self.what {
            Measured::Outcome(Outcome::Healthy, sex) => {
                format!("At the rates of {when}, {} would have {class} years in good health", whose(self.lang, sex))
            }
            Measured::Outcome(Outcome::Unhealthy, sex) => {
                format!("At the rates of {when}, {} would have {class} years not in good health", whose(self.lang, sex))
            }
            Measured::Outcome(Outcome::Life, sex) => {
                format!("Total life expectancy of {} is {class} years", whose(self.lang, sex))
            }
            Measured::Circumstance(x) => format!("{}: {class}", x.name),
        };
        let others = match light.count {
            0 => areas(0),
            1 => "1 other".to_owned(),
            count => format!("{count} others"),
        };
        format!("{most} in {} of {place}, {} in {others}.", areas(dark.count), in_sentence(&light.label))
    }

    /// What the headline rests on, and whether neighbours can be told apart.
    pub fn basis(&self, neighbours: Option<Neighbours>) -> String {
        let when = period(self.lang, self.period);
        let what = match self.what {
            Measured::Outcome(Outcome::Healthy, _) => format!(
                "Healthy life expectancy at birth at the rates of {when}. This is not how long people live there."
            ),
            Measured::Outcome(Outcome::Life, _) => {
                format!("Total life expectancy at birth at the rates of {when}, in good health or not.")
            }
            Measured::Outcome(Outcome::Unhealthy, _) => {
                format!("Total less healthy life expectancy at birth, at the rates of {when}.")
            }
            Measured::Circumstance(_) => [&self.heading(), "."].concat(),
        };
        let apart = match neighbours {
            Some(neighbours) if neighbours.are_mostly_alike() => "Most neighbouring areas can’t be told apart.",
            Some(_) => "Some neighbouring areas can’t be told apart.",
            None => self.not_told(),
        };
        [&what, " ", apart].concat()
    }

    /// What is said of neighbours where they are not tested against each other.
    fn not_told(&self) -> &'static str {
        match self.what {
            Measured::Outcome(..) => {
                "The table gives no limits for these figures, so whether neighbouring areas differ can’t be said."
            }
            Measured::Circumstance(_) => {
                "Neighbouring areas are not tested against each other here: colours may differ by chance."
            }
        }
    }
}

impl Neighbours {
    /// Whether most pairs can't be told apart.
    fn are_mostly_alike(self) -> bool {
        self.alike * 2 > self.pairs
    }
}

/// `40 areas`, `1 area`, `no area`.
fn areas(count: usize) -> String {
    match count {
        0 => "no area".to_owned(),
        1 => "1 area".to_owned(),
        count => format!("{count} areas"),
    }
}

/// How many decimal places a round number has.
fn decimals_of(value: f64) -> u8 {
    let mut scaled = value.abs();
    for decimals in 0..6 {
        if (scaled - libm::round(scaled)).abs() < 1e-6 {
            return decimals;
        }
        scaled *= 10.0;
    }
    6
}

/// What stands above the inset of London.
pub fn london_inset(_: Lang) -> &'static str {
    "London, enlarged"
}

/// What stands above the inset of islands.
pub fn northern_inset(_: Lang) -> &'static str {
    "Orkney, Shetland"
}
