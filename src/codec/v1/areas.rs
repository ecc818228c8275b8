//! Areas.

use serde::{Deserialize, Serialize};

use super::lists::{self, KINDS};
use super::streams::{Lines, Numbers, add, line};
use crate::codec::{EncodeError, PackError};
use crate::model::{Area, Code};

/// Areas in code order, in columns.
#[derive(Serialize, Deserialize)]
pub(super) struct Areas {
    /// Steps from code to code, a code being its letter × 10⁸ + its digits.
    codes: Vec<i64>,
    kinds: Vec<i64>,
    /// 0 for none, else 1 + the region's position among the areas.
    regions: Vec<i64>,
    /// 0 for none, else 1 + residents.
    populations: Vec<i64>,
    names: String,
    /// The slug, or an empty line where [`usual_slug`] makes it from the name.
    slugs: String,
}

const LETTER: i64 = 100_000_000;

pub(super) fn encode(areas: &[Area]) -> Result<Areas, EncodeError> {
    let mut wire = Areas {
        codes: Vec::new(),
        kinds: Vec::new(),
        regions: Vec::new(),
        populations: Vec::new(),
        names: String::new(),
        slugs: String::new(),
    };
    let mut last = 0;
    for area in areas {
        let number = code_number(area.code);
        wire.codes.push(number - last);
        last = number;
        wire.kinds.push(lists::number(KINDS, area.kind));
        wire.regions.push(region_number(areas, area.region)?);
        wire.populations.push(area.population.map_or(0, |people| i64::from(people) + 1));
        line(&mut wire.names, &area.name)?;
        line(&mut wire.slugs, if area.slug == usual_slug(&area.name) { "" } else { &area.slug })?;
    }
    Ok(wire)
}

pub(super) fn decode(wire: &Areas) -> Result<Vec<Area>, PackError> {
    let codes = codes(&wire.codes)?;
    let (mut kinds, mut regions) = (Numbers::new(&wire.kinds), Numbers::new(&wire.regions));
    let mut populations = Numbers::new(&wire.populations);
    let (mut names, mut slugs) = (Lines::new(&wire.names), Lines::new(&wire.slugs));
    let mut areas = Vec::new();
    for code in &codes {
        let (name, slug) = (names.next()?, slugs.next()?);
        let region = regions.next_place()?.checked_sub(1);
        areas.push(Area {
            code: *code,
            name: name.to_owned(),
            slug: if slug.is_empty() { usual_slug(name) } else { slug.to_owned() },
            kind: lists::item(KINDS, kinds.next_place()?)?,
            region: region.map(|place| lists::item(&codes, place)).transpose()?,
            population: populations.next_u32()?.checked_sub(1),
        });
    }
    kinds.finish()?;
    regions.finish()?;
    populations.finish()?;
    names.finish()?;
    slugs.finish()?;
    Ok(areas)
}

/// The codes, each greater than the one before.
fn codes(steps: &[i64]) -> Result<Vec<Code>, PackError> {
    let mut last = 0;
    let mut codes = Vec::new();
    for step in steps {
        if *step <= 0 {
            return Err(PackError::Malformed("areas out of order"));
        }
        last = add(last, *step)?;
        codes.push(code_of(last).ok_or(PackError::Malformed("an area's code"))?);
    }
    Ok(codes)
}

fn code_number(code: Code) -> i64 {
    code.to_string().bytes().fold(0, |sum, byte| match byte {
        b'0'..=b'9' => sum * 10 + i64::from(byte - b'0'),
        letter => i64::from(letter),
    })
}

fn code_of(number: i64) -> Option<Code> {
    let mut text = [0; 9];
    let mut rest = number % LETTER;
    for digit in text.iter_mut().skip(1).rev() {
        *digit = b'0' + u8::try_from(rest % 10).ok()?;
        rest /= 10;
    }
    *text.first_mut()? = u8::try_from(number / LETTER).ok()?;
    core::str::from_utf8(&text).ok()?.parse().ok()
}

fn region_number(areas: &[Area], region: Option<Code>) -> Result<i64, EncodeError> {
    let Some(code) = region else { return Ok(0) };
    let place = areas.iter().position(|area| area.code == code).ok_or(EncodeError::UnknownArea(code))?;
    Ok(place as i64 + 1)
}

/// The slug that most names have: lower case, one hyphen for every run of what is no ASCII letter or digit, no
/// apostrophes and full stops.
fn usual_slug(name: &str) -> String {
    let mut slug = String::new();
    for char in name.chars().filter(|char| !matches!(char, '\'' | '’' | '.')) {
        if char.is_ascii_alphanumeric() {
            slug.push(char.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug
}
