//! Our tables as packs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use healthy_years::codec::{
    Manifest, PackEntry, PackId, decode_first, decode_into, decode_measure, encode_first, encode_measure, pack_file,
};
use healthy_years::model::{Atlas, Column, ColumnKey, Estimate, IndicatorId, Missing};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::table_packs::{self, TablePacks};
use super::{Context, PublishError, files};
use crate::tables::{Series, Tables};

/// Figures in packs, and what comes out of them again.
pub(super) struct Packed {
    /// All figures, read back from the packs.
    pub atlas: Atlas,
    /// The list of packs, read back from the first pack.
    pub manifest: Manifest,
    /// The first pack's file under `/data/`.
    pub first: String,
    /// Every pack: file under `/data/` and content.
    pub packs: Vec<(String, Vec<u8>)>,
}

/// Packs all figures and reads them back.
pub(super) fn pack(tables: &Tables) -> Result<Packed, PublishError> {
    let whole = atlas_of(tables);
    let mut packs = Vec::new();
    let mut manifest = Manifest::default();
    for indicator in &whole.indicators {
        let columns: Vec<_> = keys(&whole, &indicator.id).map(|key| (key.sex, key.period)).collect();
        if columns.is_empty() {
            continue;
        }
        let content = encode_measure(&whole, &indicator.id)?;
        let file = pack_file(&whole.edition, indicator.id.as_str(), &hash(&content));
        let bytes = u32::try_from(content.len()).unwrap_or(u32::MAX);
        manifest.packs.push(PackEntry { id: indicator.id.clone(), file: file.clone(), bytes, columns });
        packs.push((file, content));
    }
    let TablePacks { entries, packs: of_tables } = table_packs::pack(tables, &whole)?;
    manifest.tables = entries;
    let content = encode_first(&with_first_columns(&whole), &manifest)?;
    let first = pack_file(&whole.edition, "first", &hash(&content));

    let (mut atlas, manifest) = decode_first(&content)?;
    for (_, content) in &packs {
        decode_measure(content, &mut atlas)?;
    }
    for (pack, file, content) in of_tables {
        decode_into(&mut atlas, &PackId::Table(pack), &content)?;
        packs.push((file, content));
    }
    packs.push((first.clone(), content));
    Ok(Packed { atlas, manifest, first, packs })
}

/// Writes this edition's packs beside those of earlier editions, and `data/editions.json`, which tells an address
/// of any edition where that edition's first pack is.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let earlier = &context.options.editions;
    if earlier.is_dir() {
        let other = |within: &Path| !within.starts_with(&context.atlas.edition);
        files::copy(earlier, &context.out.join("data/editions"), other)?;
    }
    context.packs.iter().try_for_each(|(file, content)| context.write(&format!("data/{file}"), content))?;
    let editions = Editions { editions: editions(&context.out.join("data"))? };
    let json = serde_json::to_vec(&editions).map_err(PublishError::of(Path::new("editions.json")))?;
    context.write("data/editions.json", json)
}

/// `data/editions.json`.
#[derive(Serialize)]
struct Editions {
    /// Oldest first.
    editions: Vec<Edition>,
}

#[derive(Serialize)]
struct Edition {
    edition: String,
    /// The first pack's file under `/data/`.
    first: String,
}

/// Every published edition.
fn editions(data: &Path) -> Result<Vec<Edition>, PublishError> {
    let files = files::all_in(&data.join("editions"))?;
    let edition = |file: &PathBuf| {
        let within = file.strip_prefix(data).ok()?.to_str()?;
        let (edition, name) = within.strip_prefix("editions/")?.split_once('/')?;
        let is_first = name.starts_with("first.") && name.ends_with(".hyp");
        is_first.then(|| Edition { edition: edition.to_owned(), first: within.to_owned() })
    };
    Ok(files.iter().filter_map(edition).collect())
}

/// All figures of the tables; what has no row is not published.
fn atlas_of(tables: &Tables) -> Atlas {
    let mut atlas =
        Atlas::new(tables.edition.clone(), tables.areas.clone(), tables.names.clone(), tables.indicators.clone());
    for series in &tables.values {
        for (key, column) in columns_of(series, &atlas) {
            atlas.insert(key, column);
        }
    }
    atlas
}

fn columns_of(series: &Series, atlas: &Atlas) -> BTreeMap<ColumnKey, Column> {
    let empty = vec![Estimate::Missing(Missing::NotPublished); atlas.areas.len()];
    let mut columns = BTreeMap::new();
    for row in &series.rows {
        let key = ColumnKey { indicator: series.indicator.clone(), sex: row.sex, period: row.period };
        let column: &mut Column = columns.entry(key).or_insert_with(|| empty.clone());
        if let Some(estimate) = atlas.position(row.area).and_then(|at| column.get_mut(at)) {
            *estimate = row.estimate;
        }
    }
    columns
}

/// The same atlas with only those columns that the first view needs: the latest of healthy life expectancy and
/// of the default circumstance.
fn with_first_columns(whole: &Atlas) -> Atlas {
    let Atlas { edition, areas, names, indicators, .. } = whole;
    let mut first = Atlas::new(edition.clone(), areas.clone(), names.clone(), indicators.clone());
    for id in [IndicatorId::HEALTHY_LIFE_EXPECTANCY, IndicatorId::DEFAULT_CIRCUMSTANCE] {
        let columns = || whole.columns().filter(|(key, _)| key.indicator.as_str() == id);
        let latest = columns().map(|(key, _)| key.period).max();
        for (key, column) in columns().filter(|(key, _)| Some(key.period) == latest) {
            first.insert(key.clone(), column.clone());
        }
    }
    first
}

fn keys<'a>(atlas: &'a Atlas, id: &'a IndicatorId) -> impl Iterator<Item = &'a ColumnKey> {
    atlas.columns().map(|(key, _)| key).filter(move |key| key.indicator == *id)
}

/// The first 16 hexadecimal digits of the content's SHA-256.
pub(super) fn hash(content: &[u8]) -> String {
    let mut hash = digest(content);
    hash.truncate(16);
    hash
}

/// The content's SHA-256 in hexadecimal digits.
pub(super) fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::compress::brotli_of;

    /// What readers download. A little room is left for the next edition; see the budgets of the design.
    #[test]
    fn packs_are_small() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        let tables = crate::tables::read(&data).unwrap();
        let packed = pack(&tables).unwrap();
        let size = |holds: &str| {
            let named = format!("editions/{}/{holds}.", tables.edition);
            let (_, content) = packed.packs.iter().find(|(file, _)| file.starts_with(&named)).unwrap();
            brotli_of(content, 11).unwrap().len()
        };
        let latest = latest_alone(&tables);
        let measures = packed.packs.iter().filter(|(file, _)| !of_table(&packed.manifest, file));
        let all: usize = measures.map(|(_, content)| brotli_of(content, 11).unwrap().len()).sum();
        println!("first pack {}, all periods of healthy life expectancy {}", size("first"), size(HLE));
        println!("borders {}", size("borders"));
        println!("its latest period {latest}, all packs {all}");
        assert!(size("first") <= 16_000);
        assert!(size(HLE) <= 10_000);
        assert!(size("borders") <= 16_000);
        assert!(latest <= 1_500);
        assert!(all <= 265_000);
    }

    fn of_table(manifest: &Manifest, file: &str) -> bool {
        manifest.tables.iter().any(|table| file.starts_with(&table.file))
    }

    const HLE: &str = IndicatorId::HEALTHY_LIFE_EXPECTANCY;

    fn latest_alone(tables: &Tables) -> usize {
        let first = with_first_columns(&atlas_of(tables));
        let pack = encode_measure(&first, &IndicatorId::new(HLE).unwrap()).unwrap();
        brotli_of(&pack, 11).unwrap().len()
    }
}
