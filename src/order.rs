//! Putting things in order.
//!
//! The library's `sort_by` is compiled anew, some 6 KB each time, for every type that is sorted; the app is
//! fetched over slow lines. Here the sorting is compiled once, over positions; what is compiled for each type
//! is only how two of its values compare and how they change places.

use core::cmp::Ordering;

/// Sorts by a comparison; what compares as equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    rearrange(&order, &mut |a, b| items.swap(a, b));
}

/// Sorts by a key; what has the same key keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The positions `0..count` in the order that the comparison of what stands there puts them. Each is put in behind
/// all that may stand before it; moving the rest up is cheap next to comparing, for as many as are ever sorted here.
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted = Vec::with_capacity(count);
    for item in 0..count {
        let at = sorted.partition_point(|&other| compare(item, other) != Ordering::Less);
        sorted.insert(at, item);
    }
    sorted
}

/// Brings to each position what `order` says belongs there, by exchanging two at a time. What belongs at a
/// position that is already filled was moved on from there, to where that position's own came from.
fn rearrange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    for at in 0..order.len() {
        let mut from = at;
        loop {
            from = order.get(from).copied().unwrap_or(at);
            if from >= at {
                break;
            }
        }
        if from != at {
            swap(at, from);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_library_does(mut items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn an_inconsistent_comparison_loses_nothing(items: Vec<u8>, answers in proptest::collection::vec(any::<i8>(), 1..9)) {
            let asked = core::cell::Cell::new(0);
            let mut sorted = items.clone();
            sort_by(&mut sorted, |_, _| {
                asked.set(asked.get() + 1);
                answers[asked.get() % answers.len()].cmp(&0)
            });
            sorted.sort_unstable();
            let mut items = items;
            items.sort_unstable();
            prop_assert_eq!(sorted, items);
        }
    }
}
