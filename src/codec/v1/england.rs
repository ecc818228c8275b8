//! All neighbourhoods of England: how many areas, and their positions; then tenth by tenth how many neighbourhoods each
//! area has in it; then of all, tenth by tenth and area by area, incomes and employments in tenths of a per cent.
//!
//! Within an area's tenth they are in order of income, so that an income is written as a step up from the one before;
//! the first as a step from the first of the group before. Employment goes with income: what is written is employment
//! less a quarter of income less [`Mean`], the running mean of that.
//!
//! Measured on the real table: this order is 3% smaller than area by area, the quarter and the mean take a tenth off
//! employment. A line fitted to each tenth would save 1% more, which is not worth its code.

use super::streams::{OUT_OF_RANGE, Reader, Writer, add};
use crate::codec::{EncodeError, PackError};
use crate::model::{AreaPoints, Atlas, Nation, Point, Shares};

const TENTHS: u8 = 10;

/// Shares are kept to tenths of a per cent.
const PER_CENT: f64 = 10.0;

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, areas: &[AreaPoints]) -> Result<(), EncodeError> {
    writer.count(areas.len());
    for area in areas {
        writer.count(atlas.position(area.area).ok_or(EncodeError::UnknownArea(area.area))?);
    }
    let (mut incomes, mut employments) = (Vec::new(), Vec::new());
    let (mut first, mut mean) = (0, Mean(0));
    for tenth in 1..=TENTHS {
        for area in areas {
            let points = area.points.iter().filter(|point| point.tenth == tenth);
            let group = points.map(|point| whole(point.shares)).collect::<Result<Vec<_>, _>>()?;
            if !group.is_sorted() {
                return Err(EncodeError::TooMuch("neighbourhoods out of order"));
            }
            writer.count(group.len());
            let mut before = first;
            first = group.first().map_or(first, |(income, _)| *income);
            for (income, employment) in group {
                incomes.push(income - before);
                before = income;
                employments.push(mean.take_off(income, employment));
            }
        }
    }
    if incomes.len() != areas.iter().map(|area| area.points.len()).sum::<usize>() {
        return Err(EncodeError::TooMuch("tenths"));
    }
    writer.column(incomes);
    writer.column(employments);
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Vec<AreaPoints>, PackError> {
    let mut areas = Vec::new();
    for _ in 0..reader.count()? {
        let place = reader.count()?;
        let area = atlas.areas.get(place).ok_or(PackError::Malformed("neighbourhoods without area"))?;
        if area.nation() != Some(Nation::England) || areas.iter().any(|other: &AreaPoints| other.area == area.code) {
            return Err(PackError::Malformed("an area of England"));
        }
        areas.push(AreaPoints { area: area.code, points: Vec::new() });
    }
    let mut counts = Vec::new();
    for _ in 0..areas.len().saturating_mul(usize::from(TENTHS)) {
        counts.push(reader.count()?);
    }
    let all = counts.iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let (mut incomes, mut employments) = (reader.column(all)?, reader.column(all)?);
    let mut counts = counts.into_iter();
    let (mut first, mut mean) = (0, Mean(0));
    for tenth in 1..=TENTHS {
        for (area, count) in areas.iter_mut().zip(counts.by_ref()) {
            let mut income = first;
            for at in 0..count {
                income = add(income, incomes.next()?)?;
                if at == 0 {
                    first = income;
                }
                let employment = mean.put_on(income, employments.next()?)?;
                let shares = Shares { income: share(income)?, employment: share(employment)? };
                area.points.push(Point { tenth, shares });
            }
        }
    }
    Ok(areas)
}

/// A running mean, times [`Mean::SPAN`].
struct Mean(i64);

impl Mean {
    const SPAN: i64 = 8;

    /// What is to be added to the written number.
    fn expected(&self, income: i64) -> i64 {
        income.div_euclid(4) + self.0.div_euclid(Mean::SPAN)
    }

    fn take_off(&mut self, income: i64, employment: i64) -> i64 {
        let rest = employment - self.expected(income);
        self.0 += rest;
        rest
    }

    fn put_on(&mut self, income: i64, rest: i64) -> Result<i64, PackError> {
        let employment = add(self.expected(income), rest)?;
        self.0 = add(self.0, rest)?;
        Ok(employment)
    }
}

/// Income and employment in tenths of a per cent; both must be whole numbers of them.
fn whole(shares: Shares) -> Result<(i64, i64), EncodeError> {
    let one = |share: f64| {
        let tenths = libm::round(share * PER_CENT);
        let exact = (0.0..=1000.0).contains(&tenths) && tenths / PER_CENT == share;
        if exact { Ok(tenths as i64) } else { Err(EncodeError::TooMuch("decimals of a share")) }
    };
    Ok((one(shares.income)?, one(shares.employment)?))
}

fn share(tenths: i64) -> Result<f64, PackError> {
    if (0..=1000).contains(&tenths) { Ok(tenths as f64 / PER_CENT) } else { Err(OUT_OF_RANGE) }
}
