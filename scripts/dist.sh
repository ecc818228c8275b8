#!/usr/bin/env bash
# The publishable site: Trunk builds the app into target/site, the pipeline writes pages, packs and open data into dist/.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts/setup.sh build

say "dist: building the app (about 1 minute the first time)"
trunk build --release --locked
say "dist: writing pages, packs and open data"
mkdir -p "$DEPLOY"
pipeline publish --site "$SITE" --out "$DIST"
[ -e "$DIST/index.html" ] || { say "dist: publish wrote no $DIST/index.html"; exit 1; }
say "dist: $(find "$DIST" -type f | wc -l | tr -d ' ') files in $DIST/; what a first visit transfers:"
node scripts/size-gate.mjs >&2 || true
