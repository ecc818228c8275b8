//! The home page's headline, written from the figures.

use crate::model::Atlas;
use crate::order;
use crate::view::View;
use crate::words;

use super::FigureError;
use super::data::{Data, coordinates};

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
    let mut pairs = coordinates(&data.pairs());
    order::sort_by(&mut pairs, |a, b| a.0.total_cmp(&b.0));
    let fifth = (pairs.len() + 2) / 5;
    let fewest = mean(&pairs, fifth);
    pairs.reverse();
    let most = mean(&pairs, fifth);
    Ok(Headline {
        text: words::headline(base.lang, most, fewest),
        basis: words::headline_basis(base.lang, pairs.len(), fifth, data.y.period, data.x_period),
    })
}

/// The mean outcome of the first so many.
fn mean(pairs: &[(f64, f64)], count: usize) -> f64 {
    pairs.iter().take(count).map(|pair| pair.1).sum::<f64>() / count.max(1) as f64
}
