//! Restricted maximum likelihood: how far places lie from their line beyond their own errors.
//!
//! ℓ(τ²) = −½·[Σ ln(vᵢ + τ²) + ln|X′WX| + Σ wᵢrᵢ²], with wᵢ = 1/(vᵢ + τ²) and rᵢ the distance from the line those
//! weights give. ℓ may have several peaks where errors are very unequal: each that a grid shows is climbed, and the
//! highest taken. The climb is Newton's, held between the neighbours on the grid and halving where it would leave them,
//! so that it always ends. (Fisher's scoring, which is more usual, creeps where errors are very unequal.)

/// One place, centred and scaled: Σx = Σy = 0, Σx² = 1, the greatest variance 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub x: f64,
    pub y: f64,
    pub variance: f64,
}

/// The line under the weights of one τ²: `between` is τ², `total` Σw, the means and `sxx` = Σw(x − x̄)² are weighted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    pub between: f64,
    pub total: f64,
    pub x_mean: f64,
    pub y_mean: f64,
    pub sxx: f64,
    pub slope: f64,
}

/// How near to its peak, as a share of the upper end, τ² is followed.
const NEAR: f64 = 1e-13;

/// The line at the τ² of greatest restricted likelihood.
pub(super) fn fit(rows: &[Row]) -> Fit {
    weighted(rows, between(rows))
}

fn between(rows: &[Row]) -> f64 {
    let most = upper_end(rows);
    let grid = grid(rows, most);
    let heights: Vec<_> = grid.iter().map(|&between| likelihood(rows, between)).collect();
    let (mut best, mut greatest) = (0.0, f64::NEG_INFINITY);
    for (at, (&middle, &height)) in grid.iter().zip(&heights).enumerate() {
        let (before, after) = (at.saturating_sub(1), (at + 1).min(grid.len() - 1));
        let neighbours = (grid.get(before).zip(heights.get(before))).zip(grid.get(after).zip(heights.get(after)));
        let Some(((&low, &before), (&high, &after))) = neighbours else { continue };
        if height < before || height < after {
            continue;
        }
        let found = peak(rows, low, middle, high, NEAR * most);
        let height = likelihood(rows, found);
        if height > greatest {
            (best, greatest) = (found, height);
        }
    }
    best
}

/// 0, and by doublings what is between an eighth of the least variance, below which ℓ hardly bends, and the upper end.
fn grid(rows: &[Row], most: f64) -> Vec<f64> {
    let least = rows.iter().fold(1.0, |least: f64, row| least.min(row.variance));
    let (mut grid, mut next) = (vec![0.0], most.min(least / 8.0));
    while next < most {
        grid.push(next);
        next *= 2.0;
    }
    grid.push(most);
    grid
}

/// The τ² between `low` and `high`, from `found` on, at which the score is 0, to within `near`; or 0.
fn peak(rows: &[Row], mut low: f64, mut found: f64, mut high: f64, near: f64) -> f64 {
    for _ in 0..100 {
        let (score, fall) = score(rows, found);
        if found == 0.0 && score <= 0.0 {
            return 0.0;
        }
        if score > 0.0 {
            low = found
        } else {
            high = found
        }
        let step = found + score / fall;
        let next = if low < step && step < high { step } else { (low + high) / 2.0 };
        let moved = (next - found).abs();
        found = next;
        if moved <= near {
            break;
        }
    }
    found
}

/// A τ² that the greatest likelihood cannot lie beyond: s² + s·√(greatest variance), s² being the least-squares line's.
///
/// For y′PPy ≤ y′Py/(τ² + least v) ≤ (n−2)s²/(τ² + least v)², and tr P ≥ (n−2)/(τ² + greatest v), so that the score
/// is above 0 only where τ⁴ < s²(τ² + greatest v).
fn upper_end(rows: &[Row]) -> f64 {
    let (mut sxy, mut syy) = (0.0, 0.0);
    for row in rows {
        sxy += row.x * row.y;
        syy += row.y * row.y;
    }
    let variance = (syy - sxy * sxy).max(0.0) / (rows.len() as f64 - 2.0);
    variance + variance.sqrt()
}

fn weighted(rows: &[Row], between: f64) -> Fit {
    let (mut total, mut x_mean, mut y_mean) = (0.0, 0.0, 0.0);
    for row in rows {
        let weight = 1.0 / (row.variance + between);
        total += weight;
        x_mean += weight * row.x;
        y_mean += weight * row.y;
    }
    (x_mean, y_mean) = (x_mean / total, y_mean / total);
    let (mut sxx, mut sxy) = (0.0, 0.0);
    for row in rows {
        let across = (row.x - x_mean) / (row.variance + between);
        sxx += across * (row.x - x_mean);
        sxy += across * (row.y - y_mean);
    }
    Fit { between, total, x_mean, y_mean, sxx, slope: sxy / sxx }
}

impl Fit {
    fn left(&self, row: &Row) -> f64 {
        (row.y - self.y_mean) - self.slope * (row.x - self.x_mean)
    }
}

/// ℓ at one τ², but for a constant.
fn likelihood(rows: &[Row], between: f64) -> f64 {
    let fit = weighted(rows, between);
    let mut sum = libm::log(fit.total) + libm::log(fit.sxx);
    for row in rows {
        let (variance, left) = (row.variance + between, fit.left(row));
        sum += libm::log(variance) + left * left / variance;
    }
    -sum / 2.0
}

/// The slope of 2ℓ at one τ², y′PPy − tr P, and how fast it falls, 2y′PPPy − tr PP, with P = W − WX(X′WX)⁻¹X′W.
fn score(rows: &[Row], between: f64) -> (f64, f64) {
    let fit = weighted(rows, between);
    // Σw², Σw²x and Σw²x², then Σw³ and Σw³x²; x from its weighted mean.
    let (mut two, mut two_x, mut two_xx, mut three, mut three_xx) = (0.0, 0.0, 0.0, 0.0, 0.0);
    // With r the distance from the line: Σw²r, Σw²rx, Σw²r² and Σw³r².
    let (mut left_one, mut left_x, mut left_two, mut left_three) = (0.0, 0.0, 0.0, 0.0);
    for row in rows {
        let (weight, x, left) = (1.0 / (row.variance + between), row.x - fit.x_mean, fit.left(row));
        let square = weight * weight;
        two += square;
        two_x += square * x;
        two_xx += square * x * x;
        three += square * weight;
        three_xx += square * weight * x * x;
        left_one += square * left;
        left_x += square * left * x;
        left_two += square * left * left;
        left_three += square * weight * left * left;
    }
    let (level, tilt, both) = (two / fit.total, two_xx / fit.sxx, two_x * two_x / fit.total / fit.sxx);
    let trace = fit.total - level - tilt;
    let square_trace = two - 2.0 * (three / fit.total + three_xx / fit.sxx) + level * level + 2.0 * both + tilt * tilt;
    let cubed = left_three - left_one * left_one / fit.total - left_x * left_x / fit.sxx;
    (left_two - trace, 2.0 * cubed - square_trace)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Places as `fit` wants them, of errors up to a thousand times apart.
    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let row = (-1.0..1.0f64, -1.0..1.0f64, -6.0..0.0f64);
        (proptest::collection::vec(row, 3..20), -2.0..2.0f64).prop_map(|(mut rows, spread)| {
            let n = rows.len() as f64;
            let (x_mean, y_mean) =
                (rows.iter().map(|row| row.0).sum::<f64>() / n, rows.iter().map(|row| row.1).sum::<f64>() / n);
            let unit = rows.iter().map(|row| (row.0 - x_mean).powi(2)).sum::<f64>().sqrt();
            rows[0].2 = 0.0;
            let scaled = |(x, y, error): (f64, f64, f64)| Row {
                x: (x - x_mean) / unit,
                y: (y - y_mean) * 10f64.powf(spread),
                variance: 10f64.powf(error),
            };
            rows.into_iter().map(scaled).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn no_other_variance_is_likelier(rows in rows()) {
            let found = between(&rows);
            let greatest = likelihood(&rows, found);
            // Up to a hundred times the end, by steps of a twentieth of a power of ten; and 0.
            let end = 100.0 * upper_end(&rows);
            let others = (0..280).map(|step| end * 10f64.powf(f64::from(-step) / 20.0)).chain([0.0]);
            for other in others {
                prop_assert!(likelihood(&rows, other) <= greatest + 1e-9, "{other} is likelier than {found}");
            }
        }
    }
}
