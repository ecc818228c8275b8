//! The key of a grouped picture: a mark and a name for each group, in lines above the plot.

use super::Frame;
use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::text;
use super::scene::{Anchor, Eighth, Group, Item, Mark, Shape, Spot, Token};
use super::sizes::Sizes;

/// From a mark's middle to its name, and from a name to the next mark's middle, in pixels.
const TO_NAME: f64 = 10.0;
const TO_NEXT: f64 = 22.0;

/// How a group's marks look. Up to four groups have a form each; up to twelve have a form and colour each.
pub fn look(group: usize, groups: usize) -> (Shape, Token) {
    const SHAPES: [Shape; 4] = [Shape::Circle, Shape::Triangle, Shape::Square, Shape::Diamond];
    const FILLS: [Token; 4] = [Token::Group1, Token::Group2, Token::Group3, Token::Group4];
    let forms = if groups <= 4 { 4 } else { 3 };
    (SHAPES[group % forms], FILLS[group % 4])
}

/// The key, and the height it takes in pixels: none without groups.
pub fn key(groups: &[String], frame: Frame, sizes: &Sizes) -> (Group, f64) {
    let looks = groups.iter().enumerate().map(|(at, name)| {
        let (shape, fill) = look(at, groups.len());
        (name, shape, fill)
    });
    key_of(&looks.collect::<Vec<_>>(), frame, sizes)
}

/// The same for names whose marks have a look of their own.
pub fn key_of(names: &[(&String, Shape, Token)], frame: Frame, sizes: &Sizes) -> (Group, f64) {
    let mut items = Vec::new();
    let line = libm::round(sizes.small * 1.5);
    let radius = sizes.small * 0.36;
    let (mut x, mut baseline) = (radius + 1.0, sizes.small);
    for &(name, shape, fill) in names {
        let width = Metrics::width(name, sizes.small, false);
        if items.len() > 1 && x + TO_NAME + width > f64::from(frame.width) {
            (x, baseline) = (radius + 1.0, baseline + line);
        }
        let middle = Spot::px(x, baseline - sizes.small * CAP_HEIGHT / 2.0);
        items.push(Item::Mark(Mark {
            at: middle,
            radius: Eighth::px(radius),
            shape,
            fill,
            edge: Eighth(0),
            area: None,
        }));
        items.push(text(name, Spot::px(x + TO_NAME, baseline), Anchor::Start, sizes.small, false, Token::Ink));
        x += TO_NAME + width + TO_NEXT;
    }
    let height = if names.is_empty() { 0.0 } else { baseline + line * 0.8 };
    (Group { name: "key", items }, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_groups_look_different() {
        let mut looks: Vec<_> = (0..12).map(|group| look(group, 12)).collect();
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), 12);
    }

    #[test]
    fn four_groups_differ_in_form_and_in_colour() {
        let [a, b, c, d] = [0, 1, 2, 3].map(|group| look(group, 4));
        let pairs = [(a, b), (a, c), (a, d), (b, c), (b, d), (c, d)];
        assert!(pairs.iter().all(|(one, other)| one.0 != other.0 && one.1 != other.1));
    }
}
