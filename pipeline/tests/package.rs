//! The published tables against their own description: `datapackage.json` against the rules of the Data Package
//! standard (version 2.0), and every table against what it says. Nothing here is shared with what writes it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use pipeline::check::check_files;
use pipeline::publish::package;
use pipeline::tables::{self, Table};
use regex::Regex;
use serde_json::Value;
use sha2::{Digest, Sha256};
use support::{TABLES, data};

type Files = BTreeMap<String, Vec<u8>>;

fn described() -> Vec<Table> {
    tables::described(&TABLES.indicators)
}

static FILES: LazyLock<Files> =
    LazyLock::new(|| package::files(&data(), &TABLES.edition, &TABLES.indicators).unwrap().into_iter().collect());

fn descriptor() -> Value {
    serde_json::from_slice(&FILES["datapackage.json"]).unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("expected a text “{key}” in {value}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn texts<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    list(value, key).iter().map(|item| item.as_str().unwrap()).collect()
}

/// A description has the properties it must have, and none that the standard does not know.
fn properties(value: &Value, required: &[&str], optional: &[&str]) -> Result<(), String> {
    let found: BTreeSet<&str> = value.as_object().ok_or("expected an object")?.keys().map(String::as_str).collect();
    let missing = required.iter().find(|key| !found.contains(*key));
    let unknown = found.iter().find(|key| !required.contains(key) && !optional.contains(key));
    match (missing, unknown) {
        (Some(key), _) => Err(format!("expected the property “{key}”")),
        (_, Some(key)) => Err(format!("found the property “{key}”, which the standard does not know")),
        _ => Ok(()),
    }
}

fn holds(condition: bool, complaint: impl FnOnce() -> String) -> Result<(), String> {
    if condition { Ok(()) } else { Err(complaint()) }
}

/// What is wrong with the description, as the standard has it.
fn valid(package: &Value, files: &Files) -> Result<(), String> {
    properties(package, &["$schema", "name", "resources"], &["title", "description", "version", "licenses"])?;
    let name = Regex::new("^[a-z0-9._-]+$").unwrap();
    holds(name.is_match(text(package, "name")), || "expected a name".into())?;
    let resources = list(package, "resources");
    let names: BTreeSet<&str> = resources.iter().map(|resource| text(resource, "name")).collect();
    holds(names.len() == resources.len() && !names.is_empty(), || "expected resources of different names".into())?;
    for resource in resources {
        let at = text(resource, "name");
        holds(name.is_match(at), || format!("{at}: expected a name"))?;
        valid_resource(resource, files).map_err(|why| format!("{at}: {why}"))?;
        valid_schema(&resource["schema"], resources).map_err(|why| format!("{at}: {why}"))?;
    }
    Ok(())
}

fn valid_resource(resource: &Value, files: &Files) -> Result<(), String> {
    let optional = ["title", "description", "format", "mediatype", "encoding", "bytes", "hash", "licenses", "sources"];
    properties(resource, &["name", "path", "type", "schema"], &optional)?;
    let path = text(resource, "path");
    let safe = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '~']);
    holds(path.split('/').all(safe), || format!("the path “{path}” is not safe"))?;
    let content = files.get(path).ok_or_else(|| format!("expected the file {path}"))?;
    holds(resource["bytes"] == content.len(), || "bytes".into())?;
    let hash: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    holds(text(resource, "hash") == format!("sha256:{hash}"), || "hash".into())?;
    holds(text(resource, "type") == "table" && text(resource, "encoding") == "utf-8", || "type".into())?;
    for licence in list(resource, "licenses") {
        properties(licence, &["name", "path", "title"], &[])?;
    }
    for source in list(resource, "sources") {
        properties(source, &["title"], &["path"])?;
        holds(text(source, "path").starts_with("https://"), || format!("expected an address in {source}"))?;
    }
    Ok(())
}

/// The types of columns that we use, and the constraints that the standard has for them.
const TYPES: [(&str, &[&str]); 5] = [
    ("string", &["required", "unique", "pattern", "enum"]),
    ("integer", &["required", "unique", "minimum", "maximum", "enum"]),
    ("number", &["required", "unique", "minimum", "maximum", "enum"]),
    ("boolean", &["required", "enum"]),
    ("date", &["required", "unique", "minimum", "maximum", "enum"]),
];

fn valid_schema(schema: &Value, resources: &[Value]) -> Result<(), String> {
    properties(schema, &["fields"], &["missingValues", "primaryKey", "foreignKeys"])?;
    let fields = list(schema, "fields");
    let names: BTreeSet<&str> = fields.iter().map(|field| text(field, "name")).collect();
    holds(names.len() == fields.len() && !names.is_empty(), || "expected fields of different names".into())?;
    for field in fields {
        let at = text(field, "name");
        properties(field, &["name", "type"], &["format", "description", "trueValues", "falseValues", "constraints"])?;
        let (_, allowed) = TYPES.iter().find(|(name, _)| *name == text(field, "type")).ok_or("expected a type")?;
        if let Some(constraints) = field.get("constraints") {
            properties(constraints, &[], allowed).map_err(|why| format!("{at}: {why}"))?;
        }
        holds(text(field, "description").ends_with('.'), || format!("{at}: expected a sentence"))?;
    }
    let known = |keys: Vec<&str>| keys.iter().all(|key| names.contains(key));
    holds(known(texts(schema, "primaryKey")), || "expected a key of its fields".into())?;
    for key in list(schema, "foreignKeys") {
        properties(key, &["fields", "reference"], &[])?;
        properties(&key["reference"], &["fields"], &["resource"])?;
        holds(known(texts(key, "fields")), || "expected a foreign key of its fields".into())?;
        let other = key["reference"].get("resource").map(|name| {
            resources.iter().find(|resource| resource["name"] == *name).ok_or(format!("expected a resource {name}"))
        });
        let schema = other.transpose()?.map_or(schema, |resource| &resource["schema"]);
        let there = texts(schema, "primaryKey") == texts(&key["reference"], "fields");
        holds(there, || "expected a reference to the key of a resource".into())?;
    }
    Ok(())
}

/// A table, cut into cells.
struct Cells {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn cells(content: &[u8]) -> Result<Cells, String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(content);
    let rows = reader.records().map(|row| row.map(|row| row.iter().map(str::to_owned).collect()));
    let mut rows: Vec<Vec<String>> = rows.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    holds(!rows.is_empty(), || "expected a header".into())?;
    Ok(Cells { header: rows.remove(0), rows })
}

/// What is wrong with the tables, as their description has it.
fn conforms(package: &Value, files: &Files) -> Result<(), String> {
    let tables = list(package, "resources").iter().map(|resource| {
        let at = text(resource, "path");
        let cells = cells(&files[at]).map_err(|why| format!("{at}: {why}"))?;
        Ok((text(resource, "name"), (resource, cells)))
    });
    let tables: BTreeMap<&str, (&Value, Cells)> = tables.collect::<Result<_, String>>()?;
    for (name, (resource, cells)) in &tables {
        let schema = &resource["schema"];
        table_conforms(schema, cells).map_err(|why| format!("{}: {why}", text(resource, "path")))?;
        for key in list(schema, "foreignKeys") {
            let other = key["reference"].get("resource").map_or(*name, |other| other.as_str().unwrap());
            let there: BTreeSet<Vec<&str>> = column(&tables[other].1, &texts(&key["reference"], "fields")).collect();
            let stray = column(cells, &texts(key, "fields")).find(|cell| cell != &[""] && !there.contains(cell));
            holds(stray.is_none(), || format!("{name}: {stray:?} is not in {other}"))?;
        }
    }
    Ok(())
}

/// The cells of some columns, row by row.
fn column<'a>(cells: &'a Cells, names: &[&str]) -> impl Iterator<Item = Vec<&'a str>> {
    let at = |name: &&str| cells.header.iter().position(|found| found == name).unwrap();
    let places: Vec<usize> = names.iter().map(at).collect();
    cells.rows.iter().map(move |row| places.iter().map(|at| row[*at].as_str()).collect())
}

fn table_conforms(schema: &Value, cells: &Cells) -> Result<(), String> {
    let fields = list(schema, "fields");
    let names: Vec<&str> = fields.iter().map(|field| text(field, "name")).collect();
    holds(cells.header == names, || format!("found the header {:?}", cells.header))?;
    for (at, field) in fields.iter().enumerate() {
        let check = check_of(field);
        let constraints = &field["constraints"];
        let mut seen = BTreeSet::new();
        for (line, row) in cells.rows.iter().enumerate() {
            let cell = row[at].as_str();
            let sound = if cell.is_empty() { constraints["required"] != true } else { check(cell) };
            let once = cell.is_empty() || constraints["unique"] != true || seen.insert(cell);
            let wrong = || format!("row {}, column “{}”: “{cell}”", line + 1, names[at]);
            holds(sound && once, wrong)?;
        }
    }
    let key = texts(schema, "primaryKey");
    let mut seen = BTreeSet::new();
    let twice = column(cells, &key).find(|cells| !key.is_empty() && !seen.insert(cells.clone()));
    holds(twice.is_none(), || format!("{twice:?} stands twice"))
}

/// Whether a cell casts to the type of a column and keeps to its constraints.
fn check_of(field: &Value) -> Box<dyn Fn(&str) -> bool + '_> {
    let constraints = &field["constraints"];
    match text(field, "type") {
        "integer" => {
            Box::new(|cell| cell.parse::<i64>().is_ok_and(|number| number >= constraints["minimum"].as_i64().unwrap()))
        }
        "number" => {
            let number = Regex::new("^-?[0-9]+([.][0-9]+)?(e-?[0-9]+)?$").unwrap();
            Box::new(move |cell| number.is_match(cell))
        }
        "boolean" => {
            Box::new(|cell| texts(field, "trueValues").contains(&cell) || texts(field, "falseValues").contains(&cell))
        }
        "date" => Box::new(|cell| cell.len() == 10 && cell.parse::<healthy_years::model::Period>().is_ok()),
        _ if field["format"] == "uri" => Box::new(|cell| cell.starts_with("https://") && !cell.contains(' ')),
        _ => {
            // Patterns of the standard are of whole cells.
            let pattern =
                constraints["pattern"].as_str().map(|pattern| Regex::new(&format!("^(?:{pattern})$")).unwrap());
            let words = texts(constraints, "enum");
            Box::new(move |cell| {
                pattern.as_ref().is_none_or(|pattern| pattern.is_match(cell))
                    && (words.is_empty() || words.contains(&cell))
            })
        }
    }
}

#[test]
fn the_description_keeps_to_the_standard() {
    valid(&descriptor(), &FILES).unwrap();
    assert!(text(&descriptor(), "description").contains("Open Government Licence"));
}

#[test]
fn the_tables_keep_to_their_description() {
    conforms(&descriptor(), &FILES).unwrap();
}

#[test]
fn every_table_and_every_column_is_described() {
    check_files(&data(), &described()).unwrap();
    let resources = descriptor()["resources"].as_array().unwrap().len();
    assert_eq!(resources, described().len());
    assert_eq!(FILES.len(), resources + 3, "and the description, README.md and edition.txt");
}

#[test]
fn a_column_or_a_table_without_description_is_told() {
    let mut tables = described();
    let said = |tables: &[Table]| check_files(&data(), tables).unwrap_err().to_string();
    tables[0].fields.remove(2);
    assert_eq!(said(&tables), "areas.csv: expected each of its columns in tables/described.rs, in order");
    tables.remove(0);
    assert_eq!(said(&tables), "areas.csv: expected an entry of this table in tables/described.rs");
    tables.retain(|table| table.file != "values/smoking.csv");
    assert!(said(&tables).ends_with("values/smoking.csv: expected an entry of this table in tables/described.rs"));
}

#[test]
fn descriptions_that_break_the_standard_are_told() {
    let broken = |pointer: &str, value: Value| {
        let mut package = descriptor();
        *package.pointer_mut(pointer).unwrap() = value;
        valid(&package, &FILES).unwrap_err()
    };
    assert_eq!(broken("/resources/0/path", "../areas.csv".into()), "areas: the path “../areas.csv” is not safe");
    assert_eq!(broken("/resources/0/path", "/etc/passwd".into()), "areas: the path “/etc/passwd” is not safe");
    assert_eq!(broken("/resources/1/name", "areas".into()), "expected resources of different names");
    assert_eq!(broken("/resources/0/hash", "sha256:00".into()), "areas: hash");
    assert_eq!(broken("/resources/0/schema/fields/0/type", "text".into()), "areas: expected a type");
    assert_eq!(broken("/resources/0/schema/primaryKey/0", "id".into()), "areas: expected a key of its fields");
    let reference = "/resources/1/schema/foreignKeys/0/reference/resource";
    assert_eq!(broken(reference, "places".into()), "names: expected a resource \"places\"");
}

#[test]
fn tables_that_break_their_description_are_told() {
    let broken = |file: &str, from: &str, to: &str| {
        let mut files = FILES.clone();
        let text = String::from_utf8(files[file].clone()).unwrap();
        assert!(text.contains(from), "{file} has no “{from}”");
        files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
        conforms(&descriptor(), &files).unwrap_err()
    };
    let smoking = "values/smoking.csv";
    assert!(broken(smoking, "area,period", "code,period").contains("found the header"));
    assert!(broken(smoking, ",sex,value", ",value").contains("CSV error"));
    assert!(broken("areas.csv", ",local,", ",county,").contains("column “kind”: “county”"));
    assert!(broken("areas.csv", "E06000001", "E0600001").contains("column “code”"));
    assert!(broken("areas.csv", "hartlepool", "blackpool").contains("column “slug”: “blackpool”"));
    assert!(broken("areas.csv", ",E12000001,", ",E12000099,").contains("is not in areas"));
    assert!(broken("borders/arcs.csv", "\n1,E06000004", "\n0,E06000004").contains("stands twice"));
    assert!(broken("borders/arcs.csv", "6847:4372", "6847 4372").contains("column “points”"));
    assert!(broken("indicators.csv", ",yes,", ",perhaps,").contains("perhaps"));
    assert!(broken("names.csv", "district", "n/a").contains("column “kind”: “n/a”"));
}
