//! Areas, in code order: their count, then columns of
//! codes (steps from code to code, a code being its letter × 10⁸ + its digits), kinds, regions (0 for none, else
//! 1 + the region's position among the areas) and populations (0 for none, else 1 + residents); name and slug of
//! each, the slug empty where [`usual_slug`] makes it from the name.

use super::lists::{self, KINDS};
use super::streams::{Numbers, Reader, Writer, add};
use crate::codec::{EncodeError, PackError};
use crate::model::{Area, Code};

const LETTER: i64 = 100_000_000;

pub(super) fn encode(writer: &mut Writer, areas: &[Area]) -> Result<(), EncodeError> {
    let regions = areas.iter().map(|area| region_number(areas, area.region)).collect::<Result<Vec<_>, _>>()?;
    writer.count(areas.len());
    writer.column(code_steps(areas.iter().map(|area| area.code)));
    writer.column(areas.iter().map(|area| lists::number(KINDS, area.kind)));
    writer.column(regions);
    writer.column(areas.iter().map(|area| area.population.map_or(0, |people| i64::from(people) + 1)));
    for area in areas {
        writer.text(&area.name)?;
        writer.text(if area.slug == usual_slug(&area.name) { "" } else { &area.slug })?;
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader) -> Result<Vec<Area>, PackError> {
    let count = reader.count()?;
    let codes = codes(reader.column(count)?, count)?;
    let (mut kinds, mut regions) = (reader.column(count)?, reader.column(count)?);
    let mut populations = reader.column(count)?;
    let mut areas = Vec::new();
    for code in &codes {
        let kind = lists::item(KINDS, kinds.next_place()?)?;
        let region = match regions.next_place()?.checked_sub(1) {
            Some(place) => Some(lists::item(&codes, place)?),
            None => None,
        };
        let population = populations.next_u32()?.checked_sub(1);
        let [name, slug] = reader.texts()?;
        let slug = if slug.is_empty() { usual_slug(name) } else { slug.to_owned() };
        areas.push(Area { code: *code, name: name.to_owned(), slug, kind, region, population });
    }
    Ok(areas)
}

/// The steps from code to code.
pub(super) fn code_steps(codes: impl Iterator<Item = Code>) -> impl Iterator<Item = i64> {
    let mut last = 0;
    codes.map(move |code| {
        let before = core::mem::replace(&mut last, code_number(code));
        last - before
    })
}

/// The codes, each greater than the one before.
pub(super) fn codes(mut steps: Numbers, count: usize) -> Result<Vec<Code>, PackError> {
    let mut last = 0;
    let mut codes = Vec::new();
    for _ in 0..count {
        let step = steps.next()?;
        if step <= 0 {
            return Err(PackError::Malformed("areas out of order"));
        }
        last = add(last, step)?;
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
