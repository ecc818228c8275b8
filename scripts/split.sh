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
optimise "$work/bound/healthy-years_bg.wasm" "$folder/healthy-years_bg.wasm"

# What fetches pieces becomes part of the app's script: one request fewer, and neither has to name the other by its hash.
node - "$work/bound/healthy-years.js" "$work/__wasm_split.js" "$folder/healthy-years.js" <<'JS'
const fs = require("fs");
const [app, loader, out] = process.argv.slice(2);
const imported = /^import \* as (\w+) from "\.\/__wasm_split\.js";?$/m;
const script = fs.readFileSync(app, "utf8");
const name = script.match(imported)?.[1];
if (!name) throw new Error(`${app} imports no __wasm_split.js: has wasm-bindgen changed what it writes?`);
const names = [];
const fetching = fs
  .readFileSync(loader, "utf8")
  .replace(/^import .*$/m, "")
  .replace(/^export const (\w+)/gm, (_, exported) => (names.push(exported), `const ${exported}`));
fs.writeFileSync(out, `${script.replace(imported, "")}\n${fetching}\nconst ${name} = { ${names.join(", ")} };\n`);
JS
