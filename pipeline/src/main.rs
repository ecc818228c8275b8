//! `pipeline import` turns published tables into `data/`; `pipeline publish` turns `data/` into the site.

fn main() {}
