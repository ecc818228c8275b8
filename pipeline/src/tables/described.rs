//! What every table in `data/` and each of its columns means: the one place that says so. From here come the
//! description that is published beside the tables, and the check that no table or column is without one. A new
//! table is an entry in [`described`].

use healthy_years::model::{AreaKind, Direction, Indicator, Mark, Missing, NameKind, Nation, Sector, Sex, Standing};
use healthy_years::view::Lang;
use healthy_years::words::nation_name;

use super::field::{Field, Kind, Source, Table, words};
use super::{
    ages, areas, borders, constituencies, district_values, districts, gradient, hexagons, indicators, names,
    neighbourhoods as places, values,
};

/// The licence of tables that no indicator has another for.
const LICENCE: &str = "Open Government Licence v3.0";

/// Every table, in the order they are described to readers.
pub fn described(indicators: &[Indicator]) -> Vec<Table> {
    let mut tables = vec![areas(), names(), indicators_table()];
    tables.extend(indicators.iter().map(values));
    tables.extend([gradient(), ages(), constituencies(), districts(), district_values()]);
    tables.extend(Nation::ALL.map(neighbourhoods));
    tables.extend([grid(), arcs(), hexagons_table(), hexagons_quality()]);
    tables
}

fn table(file: &str, title: &str, description: &str, columns: &[&'static str], fields: Vec<Field>) -> Table {
    Table {
        file: file.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        columns: columns.to_vec(),
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

/// Where the gradients come from. Of this and the two below the stored copies do not say what the publication is called.
pub const BY_DEPRIVATION: &str =
    "Office for National Statistics: healthy and total life expectancy by deprivation of neighbourhoods";
const BY_AGE: &str = "Office for National Statistics: healthy life expectancy by age, UK and nations";
const BY_CONSTITUENCY: &str = "Office for National Statistics: life expectancy of parliamentary constituencies, 2022";

fn ons(title: &str) -> Option<Source> {
    Some(Source { title: title.to_owned(), url: "https://www.ons.gov.uk/".to_owned() })
}

fn gradient() -> Table {
    let description = "One row is a life expectancy at birth of one group of a nation's neighbourhoods, which are put into \
        groups of equal number by how deprived they are. No confidence limits were published.";
    let fields = vec![
        Field::required("nation", Kind::NATION, "The nation."),
        Field::required("index", Kind::Text, "The index of deprivation that sorts the neighbourhoods."),
        Field::optional("edition", Kind::Whole, "Its edition, where the source says so."),
        Field::required("groups", Kind::Whole, "How many groups there are."),
        Field::required("group", Kind::Whole, "The group; 1 is the most deprived."),
        Field::required("sex", Kind::listed::<Sex>(), "Whom the figure is of."),
        Field::required("period", Kind::PERIOD, "The years."),
        Field::required("measure", Kind::Word(vec!["healthy-life-expectancy", "life-expectancy"]), "What is measured."),
        Field::required("value", Kind::Number, "Years."),
    ];
    let source = ons(BY_DEPRIVATION);
    Table {
        key: &["nation", "group", "sex", "period", "measure"],
        source,
        ..table(gradient::FILE, "Life expectancies by deprivation", description, &gradient::COLUMNS, fields)
    }
}

fn ages() -> Table {
    let description = "One row is what remains of life in good health from an age on, in a nation or the UK.";
    let fields = vec![
        Field::required("area", Kind::CODE, "The nation, or the UK.").area(),
        Field::required("sex", Kind::listed::<Sex>(), "Whom the figure is of."),
        Field::required("period", Kind::PERIOD, "The years."),
        Field::required("first_age", Kind::Whole, "The first year of the age band."),
        Field::optional("last_age", Kind::Whole, "The last; empty for the open band."),
        Field::required("healthy_life_expectancy", Kind::Number, "Years in good health from the first age on."),
        Field::required("healthy_share", Kind::Number, "Their share of all remaining years, per cent."),
    ];
    let source = ons(BY_AGE);
    Table {
        key: &["area", "sex", "period", "first_age"],
        source,
        ..table(ages::FILE, "Healthy life expectancy by age", description, &ages::COLUMNS, fields)
    }
}

fn constituencies() -> Table {
    let description =
        "One row is a parliamentary constituency (boundaries of 2024), with its total life expectancy at birth.";
    let fields = vec![
        Field::required("code", Kind::CODE, "GSS code.").unique(),
        Field::required("name", Kind::Text, "Its name."),
        Field::required("period", Kind::PERIOD, "The year."),
        Field::required("life_expectancy", Kind::Number, "Years, women and men together."),
        Field::required("lower", Kind::Number, "Lower 95% confidence limit."),
        Field::required("upper", Kind::Number, "Upper 95% confidence limit."),
    ];
    let source = ons(BY_CONSTITUENCY);
    Table {
        key: &["code"],
        source,
        ..table(constituencies::FILE, "Constituencies", description, &constituencies::COLUMNS, fields)
    }
}

fn districts() -> Table {
    let description = "One row is a district of one of the 21 counties of England.";
    let fields = vec![
        Field::required("code", Kind::CODE, "GSS code, December 2024.").unique(),
        Field::required("name", Kind::Text, "Its name."),
        Field::required("area", Kind::CODE, "The county it lies in.").area(),
    ];
    let source = open_geography("local authorities, December 2024");
    Table { key: &["code"], source, ..table(districts::FILE, "Districts", description, &districts::COLUMNS, fields) }
}

fn district_values() -> Table {
    let description = "One row is a figure of a district. Sources: English Indices of Deprivation 2025 (Ministry of \
        Housing, Communities and Local Government); life expectancy 2021–23 (Office for National Statistics), and over \
        time (Office for Health Improvement and Disparities).";
    let fields = vec![
        Field::required("district", Kind::CODE, "The district."),
        Field::required("measure", Kind::ID, "The id of an indicator, whose unit and words hold here too."),
        Field::required("period", Kind::PERIOD, "The years."),
        Field::optional(
            "sex",
            Kind::listed::<Sex>(),
            "Whom the figure is of; empty where women and men are not apart.",
        ),
        Field::required("value", Kind::Number, "The figure."),
        Field::optional("lower", Kind::Number, "Its lower 95% confidence limit."),
        Field::optional("upper", Kind::Number, "Its upper 95% confidence limit."),
    ];
    let columns = &district_values::COLUMNS;
    // A key of a data package holds no empty cell, and `sex` may be empty.
    Table { key: &[], ..table(district_values::FILE, "Figures of districts", description, columns, fields) }
}

/// Publisher and title of a nation's index of neighbourhoods, and where it is published.
pub fn index_of(nation: Nation) -> (&'static str, &'static str) {
    match nation {
        Nation::England => (
            "Ministry of Housing, Communities and Local Government: English Indices of Deprivation 2025",
            "https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025",
        ),
        Nation::Wales => ("Welsh Government: Welsh Index of Multiple Deprivation 2019", "https://www.gov.wales/"),
        Nation::Scotland => {
            ("Scottish Government: Scottish Index of Multiple Deprivation 2020", "https://www.gov.scot/")
        }
        Nation::NorthernIreland => (
            "Northern Ireland Statistics and Research Agency: Northern Ireland Multiple Deprivation Measure 2017",
            "https://www.nisra.gov.uk/",
        ),
    }
}

fn neighbourhoods(nation: Nation) -> Table {
    let (index, url) = index_of(nation);
    let title = format!("Neighbourhoods of {}", nation_name(Lang::English, nation));
    let description =
        "One row is a neighbourhood on its nation's own index; indices are not comparable across nations.";
    let mut fields = vec![
        Field::required("code", Kind::Text, "The small area's code.").unique(),
        Field::required("area", Kind::CODE, "The local area it lies in.").area(),
        Field::required("rank", Kind::Whole, "Its rank in the nation; 1 is the most deprived.").unique(),
        Field::required("tenth", Kind::Whole, "Its tenth in the nation; 1 is the most deprived."),
    ];
    let score = "A domain of the index; higher is more deprived. See README.md.";
    fields.extend(places::scores(nation).iter().map(|(name, _)| Field::required(name, Kind::Number, score)));
    Table {
        key: &["code"],
        source: Some(Source { title: index.to_owned(), url: url.to_owned() }),
        ..table(&places::file(nation), &title, description, &places::columns(nation), fields)
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

/// What we make of the borders ourselves.
fn ours() -> Option<Source> {
    let title = "Healthy Years: laid out from borders/arcs.csv by this project’s own program".to_owned();
    Some(Source { title, url: "https://geoportal.statistics.gov.uk/".to_owned() })
}

fn hexagons_table() -> Table {
    let description = "One row is a local area as a hexagon, all of equal size, that stands on a corner. Rows run from \
        north to south; every odd row lies half a hexagon further east. Regions and nations hang together, islands that \
        are apart left out. A picture of what is beside what, not of where exactly.";
    let fields = vec![
        Field::required("code", Kind::CODE, "The local area.").area(),
        Field::required("column", Kind::Whole, "Its place in the row; 0 is the westernmost."),
        Field::required("row", Kind::Whole, "Its row; 0 is the northernmost."),
    ];
    Table {
        key: &["code"],
        source: ours(),
        ..table(hexagons::FILE, "Hexagon map", description, &hexagons::COLUMNS, fields)
    }
}

fn hexagons_quality() -> Table {
    let description = "The one row says how well hexagons.csv keeps what is true.";
    let fields = vec![
        Field::required("neighbours", Kind::Whole, "Pairs of local areas that share a border."),
        Field::required("kept", Kind::Whole, "Those of them that are beside each other on the map."),
        Field::required("in_direction", Kind::Whole, "Those of the kept that lie within 45° of the true direction."),
        Field::required("others", Kind::Whole, "Pairs that are beside each other on the map and share no border."),
        Field::required("cost", Kind::Whole, "What the layout cost; compares maps of the same areas only."),
    ];
    let columns = &hexagons::QUALITY_COLUMNS;
    Table { source: ours(), ..table(hexagons::QUALITY, "Quality of the hexagon map", description, columns, fields) }
}
