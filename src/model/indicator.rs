//! What is measured: healthy life expectancy, life expectancy, and every circumstance.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::{Listed, Nation};

/// The short name of an indicator in addresses, tables and file names, such as `child-poverty-bhc`:
/// lower-case ASCII letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IndicatorId(String);

impl IndicatorId {
    /// Healthy life expectancy at birth, by sex.
    pub const HEALTHY_LIFE_EXPECTANCY: &'static str = "healthy-life-expectancy";
    /// Total life expectancy at birth, by sex.
    pub const LIFE_EXPECTANCY: &'static str = "life-expectancy";
    /// Total life expectancy at birth over time, by sex, of England and its areas without districts. Another publisher's:
    /// never joined to [`IndicatorId::LIFE_EXPECTANCY`].
    pub const LIFE_EXPECTANCY_ENGLAND: &'static str = "life-expectancy-england";
    /// The id of [`IndicatorId::default_circumstance`].
    pub const DEFAULT_CIRCUMSTANCE: &'static str = "child-poverty-bhc";

    /// The id, if the text is made of lower-case ASCII letters, digits and hyphens, at most 60.
    pub fn new(text: &str) -> Option<IndicatorId> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let sound = !text.is_empty() && text.len() <= 60 && text.bytes().all(allowed);
        sound.then(|| IndicatorId(text.to_owned()))
    }

    /// The circumstance shown when the address names none.
    pub fn default_circumstance() -> IndicatorId {
        IndicatorId(Self::DEFAULT_CIRCUMSTANCE.to_owned())
    }

    /// The outcome, which the map shows when the address names no circumstance.
    pub fn outcome() -> IndicatorId {
        IndicatorId(Self::HEALTHY_LIFE_EXPECTANCY.to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IndicatorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The part of life an indicator belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sector {
    /// Healthy life expectancy and life expectancy themselves: the outcome, never a circumstance.
    Outcome,
    /// A nation's index of deprivation and its domains.
    Deprivation,
    /// Income, pay and poverty.
    Money,
    /// Jobs, unemployment and local business.
    Work,
    /// The price, supply and state of homes.
    Housing,
    /// From early years to adult qualifications.
    Education,
    /// Getting to work, traffic, stations, charging points.
    Transport,
    /// Air, emissions and what surrounds a home.
    Environment,
    /// What is sold and sited around us.
    Commercial,
    /// Culture and how people say they feel.
    Wellbeing,
    /// Behaviours and illness: these figures cannot separate circumstances from behaviour.
    Behaviour,
}

impl Listed for Sector {
    const ALL: &'static [Sector] = &[
        Sector::Outcome,
        Sector::Deprivation,
        Sector::Money,
        Sector::Work,
        Sector::Housing,
        Sector::Education,
        Sector::Transport,
        Sector::Environment,
        Sector::Commercial,
        Sector::Wellbeing,
        Sector::Behaviour,
    ];

    fn id(self) -> &'static str {
        match self {
            Sector::Outcome => "outcome",
            Sector::Deprivation => "deprivation",
            Sector::Money => "money",
            Sector::Work => "work",
            Sector::Housing => "housing",
            Sector::Education => "education",
            Sector::Transport => "transport",
            Sector::Environment => "environment",
            Sector::Commercial => "commercial",
            Sector::Wellbeing => "wellbeing",
            Sector::Behaviour => "behaviour",
        }
    }
}

/// Which way round an indicator is usually read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Direction {
    /// A higher value is better for people.
    HigherIsBetter,
    /// A higher value is worse for people.
    HigherIsWorse,
    /// Neither.
    Neutral,
}

impl Listed for Direction {
    const ALL: &'static [Direction] = &[Direction::HigherIsBetter, Direction::HigherIsWorse, Direction::Neutral];

    fn id(self) -> &'static str {
        match self {
            Direction::HigherIsBetter => "higher-is-better",
            Direction::HigherIsWorse => "higher-is-worse",
            Direction::Neutral => "neutral",
        }
    }
}

/// What an indicator is among its kind. What is not plainly official says so at the end of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Standing {
    /// An official statistic, the newest of its kind.
    Official,
    /// Not an official statistic.
    NotOfficial,
    /// An official statistic that a newer one has taken the place of.
    Superseded,
}

impl Listed for Standing {
    const ALL: &'static [Standing] = &[Standing::Official, Standing::NotOfficial, Standing::Superseded];

    fn id(self) -> &'static str {
        match self {
            Standing::Official => "official",
            Standing::NotOfficial => "not-official",
            Standing::Superseded => "superseded",
        }
    }
}

super::listed::from_str!(Sector, Direction, Standing);

/// How an indicator's values are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Before the number: “£” or nothing.
    pub prefix: String,
    /// Straight after the number: “%” or nothing.
    pub suffix: String,
    /// The unit in words, for an axis: “% of children under 16”, “£ a week”, “years”.
    pub words: String,
}

/// An indicator and all a reader must know about it. The words are ours, not the publisher's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its short name.
    pub id: IndicatorId,
    /// The part of life it belongs to.
    pub sector: Sector,
    /// Plain name for headings and menus, at most 60 characters: “Children in relative low income before housing costs”.
    pub name: String,
    /// Completes “Places with …”: “more children in low-income families”.
    pub more: String,
    /// How values are written.
    pub unit: Unit,
    /// Which way round it is read.
    pub direction: Direction,
    /// Decimal places that values are shown to.
    pub decimals: u8,
    /// Nations it covers, in the order of [`Nation::ALL`].
    pub nations: Vec<Nation>,
    /// Whether estimates are given separately for women and men.
    pub by_sex: bool,
    /// Whether it counts ill health among other things, so that relating it to health is partly circular.
    pub contains_health: bool,
    /// Whether it comes from the survey that healthy life expectancy comes from, so that errors may be shared.
    pub same_survey: bool,
    /// Whether it is a nation's own index, comparable within that nation only.
    pub national_index: bool,
    /// Whether its publisher calls it “official statistics in development”.
    pub in_development: bool,
    /// What it is among its kind.
    pub standing: Standing,
    /// What a citation and a careful reader need besides.
    pub about: About,
}

/// What a citation and a careful reader need of an indicator. It travels with the indicator's figures: in the browser
/// it is empty until they are loaded.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct About {
    /// What exactly is counted, in one or two plain sentences.
    pub definition: String,
    /// Title of the publication.
    pub source: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it is published.
    pub url: String,
    /// Day of the release the values are from, `2026-02-19`; empty where the source does not say.
    pub released: String,
    /// “Open Government Licence v3.0” unless the source says otherwise.
    pub licence: String,
    /// How its values marked [`Mark::Computed`](super::Mark::Computed) were computed, in one plain phrase; empty where none is.
    pub computed_rule: String,
    /// What else to know about its quality, in plain sentences; may be empty.
    pub quality: String,
}

impl Indicator {
    /// Whether it is an outcome (healthy or total life expectancy) rather than a circumstance.
    pub fn is_outcome(&self) -> bool {
        self.sector == Sector::Outcome
    }

    /// Whether it covers a nation.
    pub fn covers(&self, nation: Nation) -> bool {
        self.nations.contains(&nation)
    }
}
