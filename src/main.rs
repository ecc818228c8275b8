//! Starts the app in the browser. Everything it does lives in the library.

fn main() {}
