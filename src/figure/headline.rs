//! The home page's headline, written from the figures.

use crate::model::Atlas;
use crate::order;
use crate::view::View;
use crate::words;

use super::FigureError;
use super::data::Data;

/// The home page's headline and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// One sentence or two.
    pub text: String,
    /// How the figures in it were made.
    pub basis: String,
}

/// The headline: mean healthy life expectancy of women in the fifth of areas with the greatest and in the fifth
/// with the least share of children in relative low income, each area counting once.
pub fn headline(atlas: &Atlas, view: &View) -> Result<Headline, FigureError> {
    let base = View { lang: view.lang, ..View::default() };
    let data = Data::of(atlas, &base)?;
    let mut pairs: Vec<(f64, f64)> = data.pairs().iter().map(|pair| (pair.x, pair.y)).collect();
    order::sort_by(&mut pairs, |a, b| a.0.total_cmp(&b.0));
    let fifth = (pairs.len() + 2) / 5;
    let (fewest, most) = (pairs.iter().take(fifth), pairs.iter().rev().take(fifth));
    Ok(Headline {
        text: words::headline(base.lang, mean(most), mean(fewest)),
        basis: words::headline_basis(base.lang, pairs.len(), fifth, data.outcomes.period, data.x_period),
    })
}

fn mean<'a>(pairs: impl ExactSizeIterator<Item = &'a (f64, f64)>) -> f64 {
    let n = pairs.len().max(1);
    pairs.map(|pair| pair.1).sum::<f64>() / n as f64
}
