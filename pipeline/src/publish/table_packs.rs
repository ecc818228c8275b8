//! Our tables that are not one value an area as packs, each read back: it must hold exactly what the tables do.

use std::collections::BTreeMap;
use std::fmt::Debug;

use healthy_years::codec::{
    EncodeError, PackError, TableEntry, TablePack, decode_alike, decode_borders, decode_constituencies,
    decode_districts, decode_england, decode_gradient, decode_hexagons, decode_neighbourhoods, encode_alike,
    encode_borders, encode_constituencies, encode_districts, encode_england, encode_gradient, encode_hexagons,
    encode_neighbourhoods, encode_profile, encode_strengths,
};
use healthy_years::facts::{Outcomes, nearest, profile, strengths};
use healthy_years::model::{
    Alike, AreaKind, AreaPoints, Atlas, Code, Column, ColumnKey, Districts, Estimate, Missing, Nation, Neighbourhood,
    Neighbourhoods, Point, Sex,
};
use healthy_years::view::Outcome;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::PublishError;
use super::packs::hash;
use crate::tables::Tables;

/// Packs, and how the manifest names them.
#[derive(Default)]
pub(super) struct TablePacks {
    /// For the manifest.
    pub entries: Vec<TableEntry>,
    /// Which pack, its file under `/data/`, and its content.
    pub packs: Vec<(TablePack, String, Vec<u8>)>,
}

/// Packs the tables. `atlas` has the areas that they are of.
pub(super) fn pack(tables: &Tables, atlas: &Atlas) -> Result<TablePacks, PublishError> {
    let mut packs = TablePacks::default();
    let (gradients, ages) = (&tables.gradient, &tables.ages);
    let content = faithful(
        TablePack::Gradient,
        encode_gradient(atlas, gradients, ages),
        |bytes| decode_gradient(bytes, atlas),
        &(gradients.clone(), ages.clone()),
    )?;
    packs.add(atlas, TablePack::Gradient, content);
    let content = faithful(
        TablePack::Constituencies,
        encode_constituencies(atlas, &tables.constituencies),
        |bytes| decode_constituencies(bytes, atlas),
        &tables.constituencies,
    )?;
    packs.add(atlas, TablePack::Constituencies, content);
    let districts = districts(tables);
    let content = faithful(
        TablePack::Districts,
        encode_districts(atlas, &districts),
        |bytes| decode_districts(bytes, atlas),
        &districts,
    )?;
    packs.add(atlas, TablePack::Districts, content);
    let england = england(tables);
    let content =
        faithful(TablePack::England, encode_england(atlas, &england), |bytes| decode_england(bytes, atlas), &england)?;
    packs.add(atlas, TablePack::England, content);
    let borders = &tables.borders;
    let content =
        faithful(TablePack::Borders, encode_borders(borders, atlas), |bytes| decode_borders(bytes, atlas), borders)?;
    packs.add(atlas, TablePack::Borders, content);
    let map = &tables.hexagons.map;
    let content =
        faithful(TablePack::Hexagons, encode_hexagons(atlas, map), |bytes| decode_hexagons(bytes, atlas), map)?;
    packs.add(atlas, TablePack::Hexagons, content);
    packs.add_neighbourhoods(atlas, &tables.neighbourhoods_by_area())?;
    let alike = alike(atlas);
    let content = faithful(TablePack::Alike, encode_alike(atlas, &alike), |bytes| decode_alike(bytes, atlas), &alike)?;
    packs.add(atlas, TablePack::Alike, content);
    if let Ok(strengths) = strengths(atlas) {
        packs.add(atlas, TablePack::Strengths, encode_strengths(atlas, &strengths)?);
    }
    packs.add_profiles(atlas)?;
    Ok(packs)
}

impl TablePacks {
    fn add(&mut self, atlas: &Atlas, pack: TablePack, content: Vec<u8>) {
        let entry = TableEntry::new(&atlas.edition, pack.name(), &hash(&content));
        self.packs.push((pack, entry.file.clone(), content));
        self.entries.push(entry);
    }

    /// A pack for each local area, in a folder named by the hash of all of them: 218 hashes would weigh more in the
    /// first pack than most figures do.
    fn add_neighbourhoods(&mut self, atlas: &Atlas, all: &[Neighbourhoods]) -> Result<(), PublishError> {
        let mut contents = Vec::new();
        for one in all {
            let pack = TablePack::Neighbourhoods(one.area);
            let content =
                faithful(pack, encode_neighbourhoods(atlas, one), |bytes| decode_neighbourhoods(bytes, atlas), one)?;
            contents.push((pack, content));
        }
        self.add_folder(atlas, TablePack::Neighbourhoods(Code::UK).name(), contents);
        Ok(())
    }

    /// A pack for each area of any kind, in a folder of its own.
    fn add_profiles(&mut self, atlas: &Atlas) -> Result<(), PublishError> {
        let packed = atlas.areas.par_iter().map(|area| {
            let content = encode_profile(atlas, &profile(atlas, area))?;
            Ok((TablePack::Profile(area.code), content))
        });
        let contents = packed.collect::<Result<Vec<_>, PublishError>>()?;
        self.add_folder(atlas, TablePack::Profile(Code::UK).name(), contents);
        Ok(())
    }

    fn add_folder(&mut self, atlas: &Atlas, name: &'static str, contents: Vec<(TablePack, Vec<u8>)>) {
        let mut together = Sha256::new();
        contents.iter().for_each(|(_, content)| together.update(content));
        let hash: String = together.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let entry = TableEntry::new(&atlas.edition, name, &hash);
        self.packs.extend(contents.into_iter().map(|(pack, content)| (pack, entry.file_of(pack), content)));
        self.entries.push(entry);
    }
}

/// The content of a pack that reads back as what was packed.
fn faithful<T: PartialEq + Debug>(
    pack: TablePack,
    content: Result<Vec<u8>, EncodeError>,
    decode: impl FnOnce(&[u8]) -> Result<T, PackError>,
    packed: &T,
) -> Result<Vec<u8>, PublishError> {
    let content = content?;
    if decode(&content)? == *packed { Ok(content) } else { Err(PublishError::Unfaithful(pack.name())) }
}

/// The local areas that have similar ones.
fn alike(atlas: &Atlas) -> Vec<Alike> {
    let Ok(outcomes) = Outcomes::of(atlas, Outcome::Healthy, Sex::Female, None) else { return Vec::new() };
    let mut all = Vec::new();
    for area in atlas.areas_of(AreaKind::Local) {
        let Ok(found) = nearest(&outcomes, area.code) else { continue };
        all.push(Alike { area: area.code, similar: found.areas.iter().map(|similar| similar.code).collect() });
    }
    all
}

/// Districts with a column for each measure, sex and period.
fn districts(tables: &Tables) -> Districts {
    let places = tables.districts.clone();
    let mut columns: BTreeMap<ColumnKey, Column> = BTreeMap::new();
    for series in &tables.district_values {
        for row in &series.rows {
            let key = ColumnKey { indicator: series.indicator.clone(), sex: row.sex, period: row.period };
            let none = || vec![Estimate::Missing(Missing::NotPublished); places.len()];
            let column = columns.entry(key).or_insert_with(none);
            let at = places.binary_search_by_key(&row.area, |place| place.code);
            if let Some(estimate) = at.ok().and_then(|at| column.get_mut(at)) {
                *estimate = row.estimate;
            }
        }
    }
    Districts { places, columns: columns.into_iter().collect() }
}

/// England's neighbourhoods as points.
fn england(tables: &Tables) -> Vec<AreaPoints> {
    let of_england = tables.neighbourhoods_by_area().into_iter().filter(|area| area.index.nation == Nation::England);
    let points = |area: Neighbourhoods| {
        let point = |place: &Neighbourhood| Some(Point { tenth: place.tenth, shares: place.shares? });
        let mut points: Vec<Point> = area.places.iter().filter_map(point).collect();
        points.sort_by(|a, b| {
            let (x, y) = (a.shares, b.shares);
            let order = a.tenth.cmp(&b.tenth).then(x.income.total_cmp(&y.income));
            order.then(x.employment.total_cmp(&y.employment))
        });
        AreaPoints { area: area.area, points }
    };
    of_england.map(points).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::publish::compress::brotli_of;
    use crate::publish::packs;

    /// What readers download. A little room is left for the next edition.
    #[test]
    fn table_packs_are_small() {
        let tables = crate::tables::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")).unwrap();
        let begun = std::time::Instant::now();
        let packed = packs::pack(&tables).unwrap();
        println!("packing took {:?}", begun.elapsed());
        let size = |file: &str| {
            let (_, content) = packed.packs.iter().find(|(name, _)| name == file).unwrap();
            brotli_of(content, 11).unwrap().len()
        };
        let table = |pack| size(&packed.manifest.table(pack).unwrap());
        let [gradient, constituencies, districts, england] =
            [TablePack::Gradient, TablePack::Constituencies, TablePack::Districts, TablePack::England].map(table);
        let local = tables.areas.iter().filter(|area| area.population.is_some());
        let each: Vec<usize> = local.map(|area| table(TablePack::Neighbourhoods(area.code))).collect();
        let (all, most) = (each.iter().sum::<usize>(), each.iter().max().unwrap());
        println!("gradient {gradient}, constituencies {constituencies}, districts {districts}, England {england}");
        println!("neighbourhoods of {} areas {all}, of one at most {most}", each.len());
        let strengths = table(TablePack::Strengths);
        let profile = |code: &str| table(TablePack::Profile(code.parse().unwrap()));
        let [place, nation, whole] = ["E06000009", "E92000001", "K02000001"].map(profile);
        let all: usize = tables.areas.iter().map(|area| table(TablePack::Profile(area.code))).sum();
        println!("strengths {strengths}, profile of Blackpool {place}, England {nation}, the UK {whole}, all {all}");
        assert!(strengths <= 1_500 && place <= 700 && nation <= 3_000);
        assert_eq!(each.len(), 218);
        assert!(gradient <= 2_400 && constituencies <= 8_000 && districts <= 7_000);
        let hexagons = table(TablePack::Hexagons);
        println!("hexagons {hexagons}");
        assert!(hexagons <= 500);
        assert!(england <= 49_000 && *most <= 3_200);
    }
}
