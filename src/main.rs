//! Starts the app in the browser. Everything it does lives in the library.

#[cfg(target_arch = "wasm32")]
fn main() {
    healthy_years::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the browser's half of Healthy Years. Build and see it with: make serve");
}
