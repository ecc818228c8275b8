#!/usr/bin/env bash
# The publishable site: Trunk builds the app into target/site, the pipeline writes pages, packs and open data into dist/.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts/setup.sh build

# trunk_build TARGET_DIR FLAGS: relocations and names are what the app is split by (scripts/split.sh); both are gone from
# what is published.
trunk_build() (
    export CARGO_TARGET_DIR=$1
    CARGO_PROFILE_RELEASE_STRIP=false \
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$2 -Clink-args=--emit-relocs --remap-path-prefix=$ROOT=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$(rustc --print sysroot)=rust" \
        trunk build --release --locked --features split
)

# A standard library built for size, without the words of panics that nobody reads, takes a tenth off the download
# (docs/decisions/0008-small-standard-library.md). Where its source is not there, the ready-made one is used.
if can_build_small_std; then
    say "dist: building the app and a small standard library (about 3 minutes the first time)"
    RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
        trunk_build "$ROOT/target/small" "$SMALL_FLAGS"
else
    say "dist: no source of the standard library here (rustup component add rust-src): the app will be larger"
    trunk_build "$ROOT/target/split" ""
fi
say "dist: writing pages, packs and open data"
mkdir -p "$DEPLOY"
pipeline publish --site "$SITE" --out "$DIST" --deploy "$DEPLOY"
[ -e "$DIST/index.html" ] || { say "dist: publish wrote no $DIST/index.html"; exit 1; }
say "dist: $(find "$DIST" -type f | wc -l | tr -d ' ') files in $DIST/; what a first visit transfers:"
node scripts/size-gate.mjs >&2 || true
