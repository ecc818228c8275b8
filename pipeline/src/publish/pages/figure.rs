//! A figure as static content: the same parts in the same order as the app shows them.

use healthy_years::chart::{Frame, own_heights};
use healthy_years::figure::{Cell, Figure, Row, Table};
use healthy_years::paint::svg::{self, Colours};
use healthy_years::view::Lang;
use healthy_years::words;
use maud::{Markup, PreEscaped, html};

/// The widths that a figure is drawn at for static pages, narrow and wide, in pixels.
const WIDTHS: [(&str, u32); 2] = [("narrow", 343), ("wide", 864)];

/// The figure with its picture at two widths, of which the style shows one.
pub fn figure(figure: &Figure) -> Markup {
    let title = [figure.id, "-title"].concat();
    let own = own_heights(figure).is_some();
    html! {
        figure.figure aria-labelledby=(title) {
            figcaption {
                h2 id=(title) { (figure.title) }
                p.subtitle { (figure.subtitle) }
            }
            div.chart-room {
                div.chart.own[own] { @for (name, width) in WIDTHS { div class=(name) { (picture(figure, width)) } } }
            }
            p.keys.needs-script {
                span.by-mouse { (figure.by_mouse(Lang::default())) }
                span.by-finger { (words::by_finger(Lang::default())) }
            }
            p.summary { (figure.told_above.as_ref().unwrap_or(&figure.summary)) }
            ul.cautions { @for caution in &figure.cautions { li { (caution) } } }
            ul.missing-places { @for missing in &figure.missing { li { (missing) } } }
            @if let Some(noise) = &figure.noise {
                details.noise { summary { (words::noise_heading(Lang::English)) } p { (words::without_noise(Lang::English, noise)) } }
            }
            details.reading { summary { "How to read this" } p { (figure.reading) } }
            details.notes {
                summary { "Before you quote this" }
                ul { @for note in &figure.notes { li { (note) } } }
            }
            details.table { summary { "Table of the same numbers" } (table(&figure.title, &figure.table)) }
            details.share.needs-script { summary { (words::share_heading(Lang::English)) } }
            ul.sources aria-label="Sources" { @for source in &figure.sources { li { (source.line) } } }
        }
    }
}

/// What stands in the figure's place while another state than the default is on its way, or cannot come.
pub fn waiting() -> Markup {
    html! {
        p.waiting role="status" { "The figure of this address is on its way." }
        p.app-failed { "The interactive part of this page could not start in this browser, so the figure below is the usual one, not the one that the address asks for." }
    }
}

fn picture(figure: &Figure, width: u32) -> PreEscaped<String> {
    PreEscaped(svg::picture(figure, Frame::of(figure, width), Colours::Page))
}

/// A table, in a room of its own that can be scrolled; `title` is of what it belongs to.
pub(super) fn table(title: &str, table: &Table) -> Markup {
    html! {
        section.scroll tabindex="0" aria-label={ "Table: " (title) } {
            table {
                caption { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" class=[column.numeric.then_some("number")] { (column.label) } } } }
                tbody { @for row in &table.rows { (table_row(row)) } }
            }
        }
    }
}

fn table_row(row: &Row) -> Markup {
    html! {
        tr {
            @for (at, cell) in row.cells.iter().enumerate() {
                @match cell {
                    Cell::Link { shown, to } => { th scope="row" { a href=(to) { (shown) } } }
                    head if at == 0 => { th scope="row" { (head.shown()) } }
                    Cell::Text(text) => { td { (text) } }
                    Cell::Number { shown, .. } => { td.number { (shown) } }
                    Cell::Missing(why) => { td.missing { (why) } }
                }
            }
        }
    }
}
