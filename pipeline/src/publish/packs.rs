//! Our tables as packs.

use std::collections::BTreeMap;

use healthy_years::codec::{
    Manifest, PackEntry, decode_first, decode_measure, encode_first, encode_measure, pack_file,
};
use healthy_years::model::{Atlas, Column, ColumnKey, Estimate, IndicatorId, Missing};
use sha2::{Digest, Sha256};

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
    let content = encode_first(&with_first_columns(&whole), &manifest)?;
    let first = pack_file(&whole.edition, "first", &hash(&content));

    let (mut atlas, manifest) = decode_first(&content)?;
    for (_, content) in &packs {
        decode_measure(content, &mut atlas)?;
    }
    packs.push((first.clone(), content));
    Ok(Packed { atlas, manifest, first, packs })
}

/// Writes this edition's packs beside those of earlier editions.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let earlier = &context.options.editions;
    if earlier.is_dir() {
        let other = |within: &std::path::Path| !within.starts_with(&context.atlas.edition);
        files::copy(earlier, &context.out.join("data/editions"), other)?;
    }
    context.packs.iter().try_for_each(|(file, content)| context.write(&format!("data/{file}"), content))
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
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
