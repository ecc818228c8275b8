#!/usr/bin/env bash
# The site at http://127.0.0.1:8080/, rebuilt and reloaded at every change. Not how it is served to people: no
# compression, no content security policy. `make preview` shows that.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
scripts/setup.sh build

# Only what the site is made of is watched: Trunk's default is the whole folder, node_modules and target included.
watch=()
for path in src pipeline style data patches index.html Trunk.toml Cargo.toml Cargo.lock; do
    [ ! -e "$path" ] || watch+=(--watch "$path")
done

say "serve: building (the first time takes about 2 minutes), then http://127.0.0.1:${HY_PORT:-8080}/"
HY_DRAFT=1 exec trunk serve --release --no-spa true --disable-address-lookup true --address 127.0.0.1 --port "${HY_PORT:-8080}" "${watch[@]}"
