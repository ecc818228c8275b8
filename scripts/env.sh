# Sourced by every script: where things are and which versions are asked for. Does nothing that takes time.
# shellcheck shell=bash disable=SC2034 # the variables are read by the scripts that source this file

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

# 0.22 asks for a newer compiler than this project does.
TRUNK_VERSION=0.21.14
# Takes pieces of the app out of what the linker wrote (docs/decisions/0012-code-on-demand.md).
WASM_SPLIT_VERSION=0.2.4
WASM_TARGET=wasm32-unknown-unknown

# The command-line tool and the library must be of the same version, so the lock file decides.
wasm_bindgen_version() {
    awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock
}
WASM_BINDGEN_VERSION=$(wasm_bindgen_version)

# Tools that are built from source are kept outside the clone, one folder a version: a second clone finds them,
# and no tool that the person has installed for another project is replaced.
TOOLS=${HEALTHY_YEARS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/healthy-years}
PATH=$ROOT/node_modules/.bin:$TOOLS/trunk-$TRUNK_VERSION/bin:$TOOLS/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$TOOLS/wasm_split_cli_support-$WASM_SPLIT_VERSION/bin:$PATH
# Debian keeps servers where an ordinary user's PATH does not look.
PATH=$PATH:/usr/local/sbin:/usr/sbin
export PATH

# Trunk asks nobody whether it is the newest; NO_COLOR=1 (which CI systems set) is not a value that it accepts.
export TRUNK_SKIP_VERSION_CHECK=true
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi

SITE=target/site
DIST=${HY_DIST:-dist}
DEPLOY=${HY_DEPLOY:-target/deploy}

# What the app is compiled with where the standard library is built for it: no words for panics, which end the app anyway.
SMALL_FLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"

# Whether this compiler has the source of its standard library and knows the flags above.
can_build_small_std() {
    [ -e "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ] &&
        # shellcheck disable=SC2086 # several words
        RUSTC_BOOTSTRAP=1 rustc $SMALL_FLAGS --print cfg >/dev/null 2>&1
}

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# Firefox, for what must work there too: what FIREFOX names, or the first that is found.
find_firefox() {
    local candidate
    for candidate in "${FIREFOX:-}" firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox; do
        if [ -n "$candidate" ] && have "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# The browser that tests and measures run in: what CHROMIUM names, or the first that is found.
find_browser() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
        [ -n "$candidate" ] || continue
        if have "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# The module that lets nginx send the .br files beside each file: where nginx was told modules are, or Debian's place.
find_brotli_module() {
    local folder
    folder=$(nginx -V 2>&1 | sed -n 's/.*--modules-path=\([^ ]*\).*/\1/p')
    for folder in "$folder" /usr/lib/nginx/modules /usr/share/nginx/modules; do
        if [ -n "$folder" ] && [ -e "$folder/ngx_http_brotli_static_module.so" ]; then
            printf '%s\n' "$folder"
            return 0
        fi
    done
    return 1
}

pipeline() {
    cargo run --quiet --profile pipeline --package pipeline -- "$@"
}
