//! What the figure says of the chosen places.

use super::app::App;
use super::dom::{Element, each, el};
use super::figure::shown;
use crate::figure::Finding;

/// The first chosen place against each of the others, one sentence each.
pub fn comparisons(app: App, id: &'static str) -> Element {
    let sentences = move || shown(app, id).map(|figure| each("p", &figure.comparisons)).unwrap_or_default();
    el("div").class("comparisons").children(sentences)
}

/// For each chosen place a heading with its figure, and its sentences.
pub fn findings(app: App, id: &'static str) -> Element {
    let findings =
        move || shown(app, id).map(|figure| figure.findings.iter().map(finding).collect()).unwrap_or_default();
    el("div").class("findings").children(findings)
}

fn finding(finding: &Finding) -> Element {
    let value = el("span").class("value").text(finding.value.as_deref().unwrap_or_default());
    el("section")
        .class("finding")
        .add(el("h3").text(&finding.name).text(" ").add(value))
        .add_all(each("p", &finding.sentences))
}
