#!/usr/bin/env bash
# Run by Trunk after each build. In `make dist` it puts the app in pieces in the place of the whole. In `make serve`
# (HY_DRAFT) it writes packs and pages into the folder that Trunk is about to serve, without compression, and puts
# Trunk's reload script into each page.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
if [ -z "${HY_DRAFT:-}" ]; then exec scripts/split.sh "$TRUNK_STAGING_DIR"; fi

# Trunk writes its script into the page it knows, which publish is about to replace: keep it, and add it to every page.
reload=$(mktemp)
trap 'rm -f "$reload"' EXIT
node - "$TRUNK_STAGING_DIR" "$reload" <<'JS'
const fs = require("fs");
const [folder, out] = process.argv.slice(2);
const html = fs.readFileSync(`${folder}/index.html`, "utf8");
const scripts = html.match(/<script[^>]*>[\s\S]*?<\/script>/g) ?? [];
fs.writeFileSync(out, scripts.filter((s) => s.includes(".well-known/trunk/ws")).join("\n"));
JS

pipeline publish --draft --site "$TRUNK_STAGING_DIR" --out "$TRUNK_STAGING_DIR"

node - "$TRUNK_STAGING_DIR" "$reload" <<'JS'
const fs = require("fs");
const [folder, from] = process.argv.slice(2);
const script = fs.readFileSync(from, "utf8");
for (const name of fs.readdirSync(folder, { recursive: true })) {
  if (!name.endsWith(".html")) continue;
  const html = fs.readFileSync(`${folder}/${name}`, "utf8");
  if (html.includes(".well-known/trunk/ws")) continue;
  const end = html.lastIndexOf("</body>");
  fs.writeFileSync(`${folder}/${name}`, end < 0 ? html + script : html.slice(0, end) + script + html.slice(end));
}
JS
