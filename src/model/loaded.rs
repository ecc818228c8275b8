//! Figures that are not one value an area, as far as they are loaded.

use super::borders::Borders;
use super::{
    Alike, AreaPoints, ByAge, Code, Constituency, Districts, Gradient, HexagonMap, Neighbourhoods, Profile, Strengths,
};

/// The tables of an atlas. What is not loaded is none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tables {
    /// Gradients, in order of their keys.
    pub gradients: Option<Vec<Gradient>>,
    /// Healthy life expectancy by age, in order of their keys. Loaded together with the gradients.
    pub ages: Option<Vec<ByAge>>,
    /// Constituencies, in code order.
    pub constituencies: Option<Vec<Constituency>>,
    /// Districts with their figures.
    pub districts: Option<Districts>,
    /// All neighbourhoods of England as points, by local area.
    pub england: Option<Vec<AreaPoints>>,
    /// The map on which each local area is a hexagon.
    pub hexagons: Option<HexagonMap>,
    /// Similar places, in code order.
    pub alike: Option<Vec<Alike>>,
    /// How strongly each circumstance goes together with healthy life expectancy.
    pub strengths: Option<Strengths>,
    /// The circumstances of places, in the order they were loaded.
    pub profiles: Vec<Profile>,
    /// Where local areas lie.
    pub borders: Option<Borders>,
    /// The neighbourhoods of local areas, in the order they were loaded.
    pub neighbourhoods: Vec<Neighbourhoods>,
}

impl Tables {
    /// The places most like a local area, if they are loaded and it has any.
    pub fn alike_to(&self, area: Code) -> Option<&Alike> {
        self.alike.as_ref()?.iter().find(|one| one.area == area)
    }

    /// The circumstances of a place, if they are loaded.
    pub fn profile_of(&self, area: Code) -> Option<&Profile> {
        self.profiles.iter().find(|one| one.area == area)
    }

    /// The neighbourhoods of a local area, if they are loaded.
    pub fn neighbourhoods_of(&self, area: Code) -> Option<&Neighbourhoods> {
        self.neighbourhoods.iter().find(|one| one.area == area)
    }
}
