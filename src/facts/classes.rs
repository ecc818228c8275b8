//! How many areas belong to each class of a map.

/// A class of a map, as the legend shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MapClass {
    /// What belongs to it: `57–60`.
    pub label: String,
    /// How many areas do.
    pub count: usize,
    /// How its areas look.
    pub shade: Shade,
}

/// How the areas of a class look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// A step of the scale, 0 the darkest.
    Step(usize),
    /// Outlined only: there is no figure.
    Missing,
    /// Grey: it is not looked at.
    Outside,
}
