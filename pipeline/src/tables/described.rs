//! What every table in `data/` and each of its columns means: the one place that says so. From here come the
//! description that is published beside the tables, and the check that no table or column is without one. A new
//! table is an entry in [`described`].

use healthy_years::model::{AreaKind, Direction, Indicator, Mark, Missing, NameKind, Sector, Sex, Standing};

use super::field::{Field, Kind, Source, Table, words};
use super::{areas, borders, indicators, names, values};

/// The licence of tables that no indicator has another for.
const LICENCE: &str = "Open Government Licence v3.0";

/// Every table, in the order they are described to readers.
pub fn described(indicators: &[Indicator]) -> Vec<Table> {
    let mut tables = vec![areas(), names(), indicators_table(), grid(), arcs()];
    tables.extend(indicators.iter().map(values));
    tables
}

fn table(file: &str, title: &str, description: &str, columns: &'static [&'static str], fields: Vec<Field>) -> Table {
    Table {
        file: file.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        columns,
        fields,
        key: &[],
        source: None,
        licence: LICENCE.to_owned(),
    }
}

fn open_geography(title: &str) -> Option<Source> {
    let title = format!("Office for National Statistics, Open Geography: {title}");
    Some(Source { title, url: "https://geoportal.statistics.gov.uk/".to_owned() })
}

fn areas() -> Table {
    let description = "One row is an area: a local area, a region, a combined authority, a nation, or the UK.";
    let fields = vec![
        Field::required("code", Kind::CODE, "GSS code, December 2024."),
        Field::required("name", Kind::Text, "Everyday name in everyday order."),
        Field::required("slug", Kind::ID, "The name as web addresses write it.").unique(),
        Field::required("kind", Kind::listed::<AreaKind>(), "What sort of place it is."),
        Field::optional("region", Kind::CODE, "The region it lies in; local areas of England only.").area(),
        Field::optional("population", Kind::Whole, "Residents of all ages, mid-2022; local areas only."),
    ];
    let source = open_geography("local authorities and regions, December 2024; population estimates, mid-2022");
    Table { key: &["code"], source, ..table(areas::FILE, "Areas", description, &areas::COLUMNS, fields) }
}

fn names() -> Table {
    let description = "One row is a name that an area is found by, other than its everyday one.";
    let fields = vec![
        Field::required("area", Kind::CODE, "The area that the name leads to.").area(),
        Field::required("name", Kind::Text, "The name as people write it."),
        Field::required("kind", Kind::listed::<NameKind>(), "How the name relates to the area."),
    ];
    Table { key: &["area", "name"], ..table(names::FILE, "Other names of areas", description, &names::COLUMNS, fields) }
}

fn indicators_table() -> Table {
    let description = "One row is a measure, in the order it is offered. Its figures are in values/<id>.csv.";
    let nations = "(england|wales|scotland|northern-ireland)( (wales|scotland|northern-ireland))*";
    let fields = vec![
        Field::required("id", Kind::ID, "Names the measure, and the file of its figures."),
        Field::required("sector", Kind::listed::<Sector>(), "What it is a measure of."),
        Field::required("name", Kind::Text, "Its name."),
        Field::required("more", Kind::Text, "Completes “Places with …”: what a higher value means."),
        Field::required("definition", Kind::Text, "What is counted, of whom, when."),
        Field::optional("unit_prefix", Kind::Text, "Stands before a value."),
        Field::optional("unit_suffix", Kind::Text, "Stands after a value."),
        Field::required("unit", Kind::Text, "The unit in words."),
        Field::required("direction", Kind::listed::<Direction>(), "Whether higher is better, worse or neither."),
        Field::required("decimals", Kind::Whole, "Decimals that are shown; the tables hold all that are published."),
        Field::required("source", Kind::Text, "The publication."),
        Field::required("publisher", Kind::Text, "Who publishes it."),
        Field::required("url", Kind::Address, "Where it is published."),
        Field::optional("released", Kind::Day, "When it was released, where the stored copy says so."),
        Field::required("licence", Kind::Text, "Its licence."),
        Field::required("nations", Kind::Like(nations), "The nations it covers, with spaces between."),
        Field::required("by_sex", Kind::YesNo, "Whether it is given for women and men apart."),
        Field::required("contains_health", Kind::YesNo, "Whether health is part of the measure itself."),
        Field::required("same_survey", Kind::YesNo, "Whether it is from the survey that health is asked in."),
        Field::required("national_index", Kind::YesNo, "Whether it compares areas of one nation only."),
        Field::required("in_development", Kind::YesNo, "Whether its publisher calls it in development."),
        Field::required("standing", Kind::listed::<Standing>(), "Whether it is official and the newest of its kind."),
        Field::optional("computed_rule", Kind::Text, "How values with the status computed were computed."),
        Field::optional("quality", Kind::Text, "What else to know before using it."),
    ];
    Table { key: &["id"], ..table(indicators::FILE, "Indicators", description, &indicators::COLUMNS, fields) }
}

fn values(indicator: &Indicator) -> Table {
    let description = format!(
        "One row is a figure of an area in a period, or the reason why there is none. In {}. {}",
        indicator.unit.words, indicator.about.definition
    );
    let sex = if indicator.by_sex { Field::required } else { Field::optional };
    let status = [words::<Mark>(), words::<Missing>()].concat();
    let fields = vec![
        Field::required("area", Kind::CODE, "The area.").area(),
        Field::required("period", Kind::PERIOD, "2022-2024, 2023, 2024-04..2025-03 (a financial year), or days."),
        sex("sex", Kind::listed::<Sex>(), "Whom the figure is of; empty where women and men are not apart."),
        Field::optional("value", Kind::Number, "The figure, with every digit that is published."),
        Field::optional("lower", Kind::Number, "Its lower 95% confidence limit."),
        Field::optional("upper", Kind::Number, "Its upper 95% confidence limit."),
        Field::optional("status", Kind::Word(status), "What to know about the value, or why there is none."),
    ];
    let source = Source {
        title: format!("{}: {}", indicator.about.publisher, indicator.about.source),
        url: indicator.about.url.clone(),
    };
    let file = values::file(indicator.id.as_str());
    Table {
        key: if indicator.by_sex { &["area", "period", "sex"] } else { &["area", "period"] },
        source: Some(source),
        licence: indicator.about.licence.clone(),
        ..table(&file, &indicator.name, &description, &values::COLUMNS, fields)
    }
}

fn grid() -> Table {
    let description = "The one row says where points of borders/arcs.csv lie in the British National Grid, in metres, \
        also those of Northern Ireland.";
    let fields = vec![
        Field::required("easting", Kind::Number, "Easting of 0:0."),
        Field::required("northing", Kind::Number, "Northing of 0:0."),
        Field::required("step_east", Kind::Number, "Metres from 0:0 to 1:0."),
        Field::required("step_north", Kind::Number, "Metres from 0:0 to 0:1."),
    ];
    table(borders::GRID, "Grid of the borders", description, &borders::GRID_COLUMNS, fields)
}

fn arcs() -> Table {
    let description = "One row is an arc: a line between two places where borders meet, or a closed line. The outline \
        of an area is made of the arcs that have it on one side; so is that of a region, a nation or any other areas \
        together. Much simplified: for pictures, not for telling on which side of a border an address is.";
    let fields = vec![
        Field::required("arc", Kind::Whole, "Numbers arcs from 0."),
        Field::optional("left", Kind::CODE, "The local area on the left, looking along the arc.").area(),
        Field::optional("right", Kind::CODE, "The local area on the right.").area(),
        Field::required("points", Kind::Like("[0-9]+:[0-9]+( [0-9]+:[0-9]+)+"), "Points east:north on the grid."),
    ];
    let source = open_geography("counties and unitary authorities, December 2024, ultra generalised");
    Table {
        key: &["arc"],
        source,
        ..table(borders::ARCS, "Borders of local areas", description, &borders::ARC_COLUMNS, fields)
    }
}
