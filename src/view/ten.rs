//! The circumstances that are shown as small pictures beside each other.

/// Always the same ten, one or two a sector, whatever they show: some that go the way one might expect, some the other way
/// (affordability, gigabit broadband), some nowhere (overcrowding, stations, air, food outlets).
/// None counts ill health, comes from the survey that healthy life expectancy comes from, or is a behaviour.
pub const TEN: [&str; 10] = [
    "imd-2025-education",
    "child-poverty-bhc",
    "claimant-count",
    "house-price-to-earnings",
    "overcrowding",
    "gcse-english-maths",
    "station-walk",
    "air-pollution",
    "food-outlets",
    "gigabit-broadband",
];
