//! The gradient's figures on the real data: values of the sources, and only what the table carries.

use healthy_years::figure::{self, Figure};
use healthy_years::view::View;

use crate::support::DATA;

fn figures(query: &str) -> Vec<Figure> {
    // Every neighbourhood of England stands behind them, and has its own tests.
    let mut figures = figure::figures(&DATA.0, &View::at("/gradient/", query).0).unwrap();
    figures.truncate(2);
    figures
}

/// `sources/README.md`, figures to reproduce: most deprived male 49.8, female 48.2; least deprived male 69.2, female 68.5.
/// The slope indices are those of Python: `least squares over .05, .15, …, .95`.
#[test]
fn englands_tenths_are_those_of_the_source() {
    let england = &figures("")[0];
    for said in ["48.2 years", "68.5 in the least", "20.3 years, or 42%", "49.8 and 69.2 years", "19.4 years, or 39%"] {
        assert!(england.summary.contains(said), "{said}: {}", england.summary);
    }
    for said in ["20.2 years (relative index 1.40) for women", "19.3 years (relative index 1.38) for men"] {
        assert!(england.summary.contains(said), "{said}: {}", england.summary);
    }
    assert_eq!((england.table.rows.len(), england.table.columns.len()), (10, 9));
    assert_eq!(england.readings.len(), 40);
}

#[test]
fn a_gap_without_limits_is_not_said_to_have_changed() {
    for figure in figures("") {
        let said =
            [figure.title.as_str(), &figure.summary, &figure.cautions.join(" "), &figure.notes.join(" ")].join(" ");
        assert!(said.contains("The table gives no limits, so whether it changed can’t be said"), "{said}");
        for word in ["widened", "narrowed", "grew", "shrank", "poorest people", "bottom"] {
            assert!(!said.contains(word), "{word}: {said}");
        }
    }
}

#[test]
fn the_index_is_said_to_hold_health_and_a_slope_index_is_of_tenths_only() {
    let [england, wales] = figures("").try_into().unwrap();
    assert!(england.cautions.iter().any(|said| said.contains("includes health (13.5%)")));
    assert!(england.notes.iter().any(|said| said.contains("not the gap between the most and least deprived tenths")));
    assert!(!wales.summary.contains("slope index") && wales.summary.contains("47.3") && wales.summary.contains("67.8"));
    assert!(wales.notes.iter().any(|said| said.contains("Total life expectancy is not published")));
}

#[test]
fn the_table_sorts_by_any_of_its_columns() {
    let least_first = &figures("sort=-female")[0].table;
    assert_eq!(least_first.rows[0].cells[0].shown(), "10, least deprived");
    let by_group = &figures("sort=group")[0].table;
    let groups: Vec<&str> = by_group.rows.iter().map(|row| row.cells[0].shown()).collect();
    assert_eq!((groups[0], groups[1], groups[9]), ("1, most deprived", "2", "10, least deprived"));
}
