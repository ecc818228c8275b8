//! `datapackage.json`, after version 2.0 of the Data Package standard.

use std::path::Path;

use serde::Serialize;

use crate::publish::packs::digest;
use crate::publish::{ATTRIBUTION, PublishError};
use crate::tables::{Field, Kind, Table};

/// Where the licence of most tables is written down.
pub(in crate::publish) const OPEN_GOVERNMENT_LICENCE: &str =
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// The licences that tables have: in words, by their usual name, and where they are written down.
const LICENCES: [[&str; 3]; 2] = [
    ["Open Government Licence v3.0", "OGL-UK-3.0", OPEN_GOVERNMENT_LICENCE],
    ["Creative Commons Attribution 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"],
];

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: &'static str,
    description: String,
    version: &'a str,
    licenses: [Licence; 1],
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Licence {
    name: &'static str,
    path: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    path: &'a str,
    title: &'a str,
    description: &'a str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    licenses: [Licence; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<[Source<'a>; 1]>,
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<Column<'a>>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'a [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Column<'a> {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints<'a>,
}

#[derive(Serialize, Default)]
struct Constraints<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    words: Option<&'a [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u8>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    /// None for the table itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<&'static str>,
    fields: [&'static str; 1],
}

/// The description of the tables, whose files and contents stand beside them in the same order.
pub(super) fn json(edition: &str, tables: &[Table], contents: &[(String, Vec<u8>)]) -> Result<Vec<u8>, PublishError> {
    let resources = tables.iter().zip(contents).map(|(table, (_, content))| resource(table, content));
    let description = format!(
        "Healthy life expectancy of areas of the United Kingdom and the circumstances that go with it, in tables. \
        README.md says what to know about them. {ATTRIBUTION}"
    );
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "healthy-years",
        title: "Healthy Years",
        description,
        version: edition,
        licenses: [licence(LICENCES[0][0])?],
        resources: resources.collect::<Result<_, _>>()?,
    };
    let mut json = serde_json::to_vec_pretty(&package).map_err(PublishError::of(Path::new("datapackage.json")))?;
    json.push(b'\n');
    Ok(json)
}

fn licence(words: &str) -> Result<Licence, PublishError> {
    let known = LICENCES.into_iter().find(|[title, ..]| *title == words);
    let [title, name, path] = known.ok_or_else(|| PublishError::Licence(words.to_owned()))?;
    Ok(Licence { name, path, title })
}

fn resource<'a>(table: &'a Table, content: &[u8]) -> Result<Resource<'a>, PublishError> {
    let areas = table.fields.iter().filter(|field| field.is_area);
    Ok(Resource {
        name: name(&table.file),
        kind: "table",
        path: &table.file,
        title: &table.title,
        description: &table.description,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: content.len(),
        hash: format!("sha256:{}", digest(content)),
        licenses: [licence(&table.licence)?],
        sources: table.source.as_ref().map(|source| [Source { title: &source.title, path: &source.url }]),
        schema: Schema {
            fields: table.fields.iter().map(column).collect(),
            missing_values: [""],
            primary_key: table.key,
            foreign_keys: areas.map(|field| foreign_key(table, field)).collect(),
        },
    })
}

/// `values/smoking.csv` → `values.smoking`.
fn name(file: &str) -> String {
    file.trim_end_matches(".csv").replace('/', ".")
}

fn foreign_key(table: &Table, field: &Field) -> ForeignKey {
    let resource = (table.file != "areas.csv").then_some("areas");
    ForeignKey { fields: [field.name], reference: Reference { resource, fields: ["code"] } }
}

fn column(field: &Field) -> Column<'_> {
    let constraints = Constraints {
        required: field.required.then_some(true),
        unique: field.unique.then_some(true),
        ..Constraints::default()
    };
    let text = Column {
        name: field.name,
        kind: "string",
        format: None,
        description: field.description,
        true_values: None,
        false_values: None,
        constraints,
    };
    match &field.kind {
        Kind::Text => text,
        Kind::Like(pattern) => with(text, |constraints| constraints.pattern = Some(pattern)),
        Kind::Word(words) => with(text, |constraints| constraints.words = Some(words)),
        Kind::Address => Column { format: Some("uri"), ..text },
        Kind::Whole => Column { kind: "integer", ..with(text, |constraints| constraints.minimum = Some(0)) },
        Kind::Number => Column { kind: "number", ..text },
        Kind::YesNo => Column { kind: "boolean", true_values: Some(["yes"]), false_values: Some(["no"]), ..text },
        Kind::Day => Column { kind: "date", ..text },
    }
}

fn with<'a>(mut column: Column<'a>, constrain: impl FnOnce(&mut Constraints<'a>)) -> Column<'a> {
    constrain(&mut column.constraints);
    column
}

impl Constraints<'_> {
    fn is_empty(&self) -> bool {
        let Constraints { required, unique, pattern, words, minimum } = self;
        required.is_none() && unique.is_none() && pattern.is_none() && words.is_none() && minimum.is_none()
    }
}
