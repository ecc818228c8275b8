#!/usr/bin/env bash
# split.sh FOLDER: puts the app in pieces in the place of the whole one that Trunk has written into FOLDER. What the linker
# wrote, under $CARGO_TARGET_DIR, is split at the pieces that src/ui/late.rs lists; the first module is bound to
# JavaScript as Trunk does it; every module is optimised. docs/decisions/0012-code-on-demand.md says why and how.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
folder=$1
linked=$CARGO_TARGET_DIR/$WASM_TARGET/release/healthy-years.wasm
work=$CARGO_TARGET_DIR/split
rm -rf "$work"

# rustc emits these features; "all" would let wasm-opt use ones that browsers refuse.
features=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
    --enable-reference-types --enable-multivalue)
optimise() {
    wasm-opt "$1" -o "$2" --flatten --rereloop -Oz -Oz --low-memory-unused -Oz --strip-producers --strip-target-features "${features[@]}"
}

RUST_LOG=error wasm-split-cli --out-name healthy-years "$linked" "$work"
# What pieces share (memory, table, stack pointer) has the names that the linker gave it.
wasm-bindgen --target web --no-typescript --keep-lld-exports --out-dir "$work/bound" "$work/healthy-years.wasm"

rm "$folder"/healthy-years*
for piece in "$work"/split_*.wasm "$work"/chunk_*.wasm; do
    [ ! -e "$piece" ] || optimise "$piece" "$folder/$(basename "$piece")"
done
node scripts/pieces.mjs "$work/__wasm_split.js" "$folder" "$work/loader.js"
optimise "$work/bound/healthy-years_bg.wasm" "$work/first.wasm"

wasm-dis "$work/first.wasm" -o "$work/first.wat" "${features[@]}"
node scripts/bind.mjs "$work/bound/healthy-years.js" "$work/loader.js" "$work/first.wat" \
    "$folder/healthy-years.js" "$work/short.wat"
wasm-as "$work/short.wat" -o "$folder/healthy-years_bg.wasm" "${features[@]}"
