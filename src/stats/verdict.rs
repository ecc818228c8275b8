//! What may be said of one estimate against another, and from which z on.

use crate::model::Listed;

/// From this |z| on, one estimate is *clearly* higher (two-sided probability of 1% if there were no difference).
pub const CLEARLY: f64 = 2.58;
/// From this |z| on, one estimate is *probably* higher (5%). Also the width of a 95% interval in standard errors.
pub const PROBABLY: f64 = 1.96;

/// Published figures are decimal, so that z can be exactly 1.96 on paper: widths 3.0 and 4.0 with a gap of 2.5 are.
/// In the table of February 2026, 41 pairs of local areas are, over all periods, and 23 of these would come out a
/// few bits too low. Anything this near a threshold has reached it; no other pair of that table is.
pub(super) const TOUCHES: f64 = 1e-9;

/// What is to be said of the first of two estimates against the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// z ≥ 2.58.
    ClearlyHigher,
    /// 1.96 ≤ z < 2.58.
    ProbablyHigher,
    /// −1.96 < z < 1.96. Not the same as “equal”.
    CantTell,
    /// −2.58 < z ≤ −1.96.
    ProbablyLower,
    /// z ≤ −2.58.
    ClearlyLower,
}

impl Verdict {
    pub(super) fn of(z: f64) -> Verdict {
        match z.abs() + TOUCHES {
            size if size >= CLEARLY && z > 0.0 => Verdict::ClearlyHigher,
            size if size >= CLEARLY => Verdict::ClearlyLower,
            size if size >= PROBABLY && z > 0.0 => Verdict::ProbablyHigher,
            size if size >= PROBABLY => Verdict::ProbablyLower,
            _ => Verdict::CantTell,
        }
    }

    /// Whether the first is higher, clearly or probably.
    pub fn is_higher(self) -> bool {
        matches!(self, Verdict::ClearlyHigher | Verdict::ProbablyHigher)
    }

    /// Whether the first is lower, clearly or probably.
    pub fn is_lower(self) -> bool {
        matches!(self, Verdict::ClearlyLower | Verdict::ProbablyLower)
    }

    /// Whether anything may be said about which is higher.
    pub fn tells_apart(self) -> bool {
        self != Verdict::CantTell
    }

    /// The verdict on the second against the first.
    pub fn reversed(self) -> Verdict {
        match self {
            Verdict::ClearlyHigher => Verdict::ClearlyLower,
            Verdict::ProbablyHigher => Verdict::ProbablyLower,
            Verdict::CantTell => Verdict::CantTell,
            Verdict::ProbablyLower => Verdict::ProbablyHigher,
            Verdict::ClearlyLower => Verdict::ClearlyHigher,
        }
    }
}

impl Listed for Verdict {
    const ALL: &'static [Verdict] = &[
        Verdict::ClearlyHigher,
        Verdict::ProbablyHigher,
        Verdict::CantTell,
        Verdict::ProbablyLower,
        Verdict::ClearlyLower,
    ];

    fn id(self) -> &'static str {
        match self {
            Verdict::ClearlyHigher => "clearly-higher",
            Verdict::ProbablyHigher => "probably-higher",
            Verdict::CantTell => "cant-tell",
            Verdict::ProbablyLower => "probably-lower",
            Verdict::ClearlyLower => "clearly-lower",
        }
    }
}

crate::model::listed::from_str!(Verdict);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_read_back_from_their_word() {
        for &verdict in Verdict::ALL {
            assert_eq!(verdict.to_string().parse(), Ok(verdict));
        }
    }
}
