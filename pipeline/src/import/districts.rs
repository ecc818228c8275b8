//! Districts of England's counties: which there are, their parts of the Indices of Deprivation 2025, and their life
//! expectancy at birth from two tables.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Code, District, Estimate, IndicatorId, Known, Mark, Period, Sex};

use super::ImportError;
use super::constituencies::is;
use super::table::sex_of;
use super::traps::place::place;
use super::traps::short_period::{self, Begins};
use super::traps::{ended_district, per_cent, published_period};
use crate::sheet::{Column, Row, Sheet, SheetError, number};
use crate::tables::districts::gather;
use crate::tables::gradient::AT_BIRTH;
use crate::tables::{Series, ValueRow, estimate};

const DISTRICTS: &str = "geography/ltla24-utla24-region24-england-wales.csv";
const DEPRIVATION: &str = "deprivation/england-iod2025-ltla24.csv";
const WITH_LIMITS: &str = "life-expectancy/le-at-birth-2021-23.csv";
const WITHOUT_LIMITS: &str = "life-expectancy/le-at-birth-england-2015-17-to-2023-25.csv";

/// The indicator that a column of the Indices of Deprivation belongs to, and whether it is a share from 0 to 1. The
/// other columns follow from these, or from the neighbourhoods.
const MEASURES: [(&str, &str, bool); 9] = [
    ("imd-2025", "imd_average_score", false),
    ("imd-2025-most-deprived-tenth", "imd_proportion_of_lso_as_in_most_deprived_10_percent_nationally", true),
    ("imd-2025-income", "income_average_score", true),
    ("imd-2025-employment", "employment_average_score", true),
    ("imd-2025-education", "education_skills_and_training_average_score", false),
    ("imd-2025-health", "health_deprivation_and_disability_average_score", false),
    ("imd-2025-crime", "crime_average_score", false),
    ("imd-2025-housing-services", "barriers_to_housing_and_services_average_score", false),
    ("imd-2025-living-environment", "living_environment_average_score", false),
];

/// Total life expectancy of England's areas over time.
const OVER_TIME: &str = "life-expectancy-england";

/// Scores of deprivation that can be right.
const SCORES: std::ops::RangeInclusive<f64> = -5.0..=100.0;

/// Figures of districts by measure.
type Values = BTreeMap<IndicatorId, BTreeMap<(Code, Period, Option<Sex>), Known>>;

/// Reads the districts, in code order, each in a county of `codes`.
pub(super) fn read(sources: &Path, codes: &BTreeSet<Code>) -> Result<Vec<District>, ImportError> {
    let sheet = Sheet::read(sources, DISTRICTS)?;
    let columns = sheet.columns(["ltla24_code", "ltla24_name", "utla24_code"])?;
    let rows = sheet.rows().filter(|row| row.text(&columns[0]) != row.text(&columns[2]));
    Ok(gather(rows, &columns, codes)?)
}

/// Reads the figures of districts, in order of measure. `held` are the areas of the upper tier.
pub(super) fn values(
    sources: &Path,
    districts: &[District],
    held: &BTreeSet<Code>,
) -> Result<Vec<Series>, ImportError> {
    let codes: BTreeSet<Code> = districts.iter().map(|district| district.code).collect();
    let mut values = Values::new();
    deprivation(sources, &codes, held, &mut values)?;
    with_limits(sources, &codes, &mut values)?;
    without_limits(sources, &codes, held, &mut values)?;
    let row = |((area, period, sex), known)| ValueRow { area, sex, period, estimate: Estimate::Known(known) };
    let series =
        |(indicator, rows): (_, BTreeMap<_, _>)| Series { indicator, rows: rows.into_iter().map(row).collect() };
    Ok(values.into_iter().map(series).collect())
}

/// A district's row; none for an area of the upper tier or a district that has ended. Stops at an unknown code.
fn district(row: Row<'_>, column: &Column, codes: &BTreeSet<Code>) -> Result<Option<Code>, SheetError> {
    let text = row.text(column);
    if !text.starts_with("E07") || ended_district::is(text) {
        return Ok(None);
    }
    let code = text.parse().ok().filter(|code| codes.contains(code));
    code.map(Some).ok_or_else(|| row.wrong(column, "the code of a district of December 2024"))
}

fn deprivation(
    sources: &Path,
    codes: &BTreeSet<Code>,
    held: &BTreeSet<Code>,
    values: &mut Values,
) -> Result<(), ImportError> {
    let sheet = Sheet::read(sources, DEPRIVATION)?;
    let code = sheet.column("ltla24_code")?;
    for (id, name, share) in MEASURES {
        let column = sheet.column(name)?;
        for row in sheet.rows() {
            its_code_is_known(row, &code, held)?;
            let Some(area) = district(row, &code, codes)? else { continue };
            let text = row.text(&column);
            let value = if share { per_cent::of(text) } else { number(text).filter(|score| SCORES.contains(score)) };
            let expected = if share { "a share from 0 to 1" } else { "a score from -5 to 100" };
            let value = value.ok_or_else(|| row.wrong(&column, expected))?;
            let period = Period::years(2025, 2025).ok_or_else(|| row.wrong(&code, "a year"))?;
            let known = Known { value, limits: None, mark: Mark::Published };
            add(values, row, &code, id, (area, period, None), known)?;
        }
    }
    Ok(())
}

/// The tables hold places of the upper tier too, which are read elsewhere or not needed; no other code may stand there.
fn its_code_is_known(row: Row<'_>, code: &Column, held: &BTreeSet<Code>) -> Result<(), SheetError> {
    let known = place(row.text(code), |code| held.contains(&code)).is_some();
    if known { Ok(()) } else { Err(row.wrong(code, "the code of a place that the import knows")) }
}

/// The rows of districts; all others are read or left out as areas.
fn with_limits(sources: &Path, codes: &BTreeSet<Code>, values: &mut Values) -> Result<(), ImportError> {
    let sheet = Sheet::read(sources, WITH_LIMITS)?;
    let [code, period, sex, age] = sheet.columns(["Area code", "Period", "Sex", "Age group"])?;
    let numbers = ["Life expectancy", "Lower confidence interval", "Upper confidence interval"];
    let [value, lower, upper] = sheet.columns(numbers)?;
    for row in sheet.rows() {
        let Some(area) = district(row, &code, codes)? else { continue };
        is(row, &age, "<1")?;
        let when = published_period::years(row.text(&period));
        let when = when.ok_or_else(|| row.wrong(&period, "years as 2021 to 2023"))?;
        let number = Some(row.number_in(&value, AT_BIRTH)?);
        let known = estimate(number, row.number(&lower)?, row.number(&upper)?, Mark::Published);
        let known = known.map_err(|why| row.wrong(&value, why.to_string()))?;
        let known = known.ok_or_else(|| row.wrong(&value, "a number"))?;
        add(values, row, &code, IndicatorId::LIFE_EXPECTANCY, (area, when, Some(sex_of(row, &sex)?)), known)?;
    }
    Ok(())
}

/// The rows of districts: another publisher's series over time, never joined to the one with limits.
fn without_limits(
    sources: &Path,
    codes: &BTreeSet<Code>,
    held: &BTreeSet<Code>,
    values: &mut Values,
) -> Result<(), ImportError> {
    let sheet = Sheet::read(sources, WITHOUT_LIMITS)?;
    let [code, period, sex, value] = sheet.columns(["area_code", "period", "inequality", "value"])?;
    let fixed = sheet.columns(["indicator", "unit"])?;
    for row in sheet.rows() {
        its_code_is_known(row, &code, held)?;
        let Some(area) = district(row, &code, codes)? else { continue };
        is(row, &fixed[0], "Life expectancy at birth")?;
        is(row, &fixed[1], "Years")?;
        let when = short_period::period(row.text(&period), Begins::default());
        let when = when.ok_or_else(|| row.wrong(&period, "years as 2021 - 23"))?;
        let known = Known { value: row.number_in(&value, AT_BIRTH)?, limits: None, mark: Mark::Published };
        add(values, row, &code, OVER_TIME, (area, when, Some(sex_of(row, &sex)?)), known)?;
    }
    Ok(())
}

fn add(
    values: &mut Values,
    row: Row<'_>,
    code: &Column,
    measure: &str,
    key: (Code, Period, Option<Sex>),
    known: Known,
) -> Result<(), ImportError> {
    let id =
        IndicatorId::new(measure).ok_or_else(|| ImportError::Program(format!("“{measure}” is no indicator’s id")))?;
    match values.entry(id).or_default().insert(key, known) {
        None => Ok(()),
        Some(_) => Err(row.wrong(code, format!("one row for each district, period and sex; {} has two", key.1)).into()),
    }
}
