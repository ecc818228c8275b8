//! What figures are of, for where nothing of them is there yet but their address.

/// Views by their names in addresses, each with its figures, and what each is of: `{y}` stands for the outcome that the address names,
/// `{x}` for the circumstance, `{m}` for the circumstance if it names one, else the outcome, `{s}` for women or men.
pub const FIGURES_ALONE: [(&str, &[(&str, &str)]); 7] = [
    ("explore", &[("relate", "{y}, and {x}")]),
    (
        "area",
        &[
            ("lives", "Healthy and total life expectancy, women"),
            ("lives-men", "Healthy and total life expectancy, men"),
            ("trend", "Healthy life expectancy over time, women"),
            ("trend-men", "Healthy life expectancy over time, men"),
            ("neighbourhoods", "Neighbourhoods by deprivation"),
            ("circumstances", "Circumstances"),
        ],
    ),
    (
        "compare",
        &[
            ("lives", "Healthy and total life expectancy, {s}"),
            ("difference", "Differences in healthy life expectancy, {s}"),
            ("trend", "Healthy life expectancy over time, {s}"),
            ("circumstances", "Circumstances"),
        ],
    ),
    ("map", &[("map", "{m}, map"), ("hexagons", "{m}, map")]),
    (
        "trends",
        &[
            ("trend", "Healthy life expectancy over time, {s}"),
            ("life", "Total life expectancy over time, {s}"),
            ("ages", "Healthy life expectancy at birth and at 65, {s}"),
            ("sexes", "Life expectancy of women and men over time"),
            ("tenths", "Healthy life expectancy by deprivation over time, England, {s}"),
            ("fifths", "Healthy life expectancy by deprivation over time, Wales, {s}"),
        ],
    ),
    (
        "gradient",
        &[
            ("tenths", "Life expectancy by deprivation, England"),
            ("fifths", "Healthy life expectancy by deprivation, Wales"),
            ("every-neighbourhood", "Income and employment deprivation of every neighbourhood of England"),
        ],
    ),
    (
        "circumstances",
        &[
            ("strength", "Circumstances and healthy life expectancy in England, {s}"),
            ("multiples", "Ten circumstances and healthy life expectancy in England, {s}"),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Recipe;
    use crate::view::{Embed, NAVIGATION, Page};

    /// Every figure of every view is named, in order.
    #[test]
    fn every_figure_is_named() {
        let area = Embed::at("view=area&area=E06000009").0.view.page;
        for page in NAVIGATION.iter().chain([&area]) {
            let of_page: &Page = page;
            let figures = FIGURES_ALONE.iter().find(|(view, _)| *view == of_page.name()).unwrap().1;
            assert!(figures.iter().map(|(id, _)| id).eq(Recipe::of(of_page).ids), "{of_page:?}");
        }
    }
}
