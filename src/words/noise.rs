//! What survey noise does to a correlation.

use super::number;
use crate::view::Lang;

/// What survey noise does to r.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noise {
    /// r as the figures stand.
    pub r: f64,
    /// Share of the spread that is survey noise, 0 to 1.
    pub share: f64,
    /// The same in per cent, to the nearest twentieth.
    pub percent: f64,
}

/// r as the figures stand, and what it would be about without survey noise: r ÷ √(1 − share), Spearman's correction for
/// attenuation.
pub fn without_noise(lang: Lang, noise: &Noise) -> String {
    let without = noise.r / (1.0 - noise.share).sqrt();
    // At 0.95 and over, the premise has run out: r cannot be beyond 1.
    let about = match without.abs() < 0.95 {
        true => format!("would be about {} (r divided by the square root of the rest)", number(lang, without, 1)),
        false => "would be nearer to 1 or −1, how much cannot be told".to_owned(),
    };
    format!(
        "Healthy life expectancy is estimated from samples of people. If the published limits are nothing but chance, so is \
         about {}% of the spread between these areas. Chance blurs a link: r is {} as the figures stand, and without it \
         {about}. The estimates are modelled, which takes some chance out already, so this is rough.",
        number(lang, noise.percent, 0),
        number(lang, noise.r, 2),
    )
}

/// Over what survey noise does to r.
pub fn noise_heading(_: Lang) -> &'static str {
    "What survey noise does to r"
}
