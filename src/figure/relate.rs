//! How a circumstance goes together with healthy life expectancy: areas as points.
