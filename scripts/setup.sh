#!/usr/bin/env bash
# Installs what is missing for one of: build, test. Asks for a tool only if it is not there in the right version, says
# what it installs and about how long that takes, and where it is refused ends with the command to run by hand.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# refuse WHAT COMMAND…: says what to run by hand and stops.
refuse() {
    say ""
    say "Could not $1. Run this by hand, then try again:"
    shift
    local line
    for line in "$@"; do say "    $line"; done
    exit 1
}

# Installs Debian packages: as root, or through sudo, or not at all.
apt_install() {
    local why=$1 took=$2
    shift 2
    local by_hand="sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*"
    local as_root=()
    if ! have apt-get; then
        refuse "install $why: this machine has no apt-get" \
            "# with your system's package manager, what Debian calls: $*" \
            "# (for a browser that is already there: export CHROMIUM=/path/to/it)"
    fi
    if [ "$(id -u)" != 0 ]; then
        have sudo || refuse "install $why without root" "$by_hand"
        as_root=(sudo)
        # Without a terminal nobody can type a password.
        [ -t 0 ] || as_root=(sudo -n)
    fi
    say "setup: installing $why ($* from Debian's packages), about $took"
    local log=target/setup-apt.log
    mkdir -p target
    {
        "${as_root[@]}" apt-get update --quiet &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                apt-get install --yes --quiet --no-install-recommends "$@"
    } >"$log" 2>&1 || {
        tail -n 15 "$log" >&2
        refuse "install $why" "$by_hand"
    }
}

# cargo_install CRATE VERSION TOOK [FLAG…]: builds a tool into its own folder under $TOOLS.
cargo_install() {
    local crate=$1 version=$2 took=$3
    shift 3
    local into=$TOOLS/$crate-$version
    say "setup: building $crate $version into $into, $took (once for this machine)"
    # The lock file of a tool can name a crate that a mirror does not serve yet; without it the build works there too.
    env -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET cargo install --locked --root "$into" "$crate" --version "$version" "$@" ||
        env -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET cargo install --root "$into" "$crate" --version "$version" "$@" ||
        refuse "build $crate" "cargo install --locked $crate --version $version $*"
}

need_rust() {
    if have cargo && have rustc; then return; fi
    refuse "find cargo and rustc" "# install Rust 1.88 or newer: https://rustup.rs/, or Debian's rustup package"
}

has_target() {
    local libdir
    libdir=$("${RUSTC:-rustc}" --print target-libdir --target "$WASM_TARGET" 2>/dev/null || true)
    compgen -G "$libdir/libcore-*.rlib" >/dev/null
}

need_target() {
    if has_target; then return; fi
    local fallback=(
        "rustup target add $WASM_TARGET"
        ""
        "# or, where rustup cannot fetch it, with Debian's own compiler, which builds the standard library itself (1 min):"
        "sudo apt-get install rustc-web cargo-web rust-web-src rust-web-llvm lld-22"
        "export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort RUSTC=/usr/bin/rustc CARGO=/usr/bin/cargo PATH=/usr/bin:\$PATH"
    )
    # Debian's compiler with build-std needs no prebuilt library.
    if [ -n "${CARGO_UNSTABLE_BUILD_STD:-}" ]; then return; fi
    have rustup || refuse "add the $WASM_TARGET target: there is no rustup" "${fallback[@]}"
    # Without --toolchain, rustup adds to the toolchain that cargo will use in this folder, overrides included.
    say "setup: adding the $WASM_TARGET target to $(rustup show active-toolchain 2>/dev/null | cut -d' ' -f1), seconds"
    rustup target add "$WASM_TARGET" >&2 || refuse "add the $WASM_TARGET target" "${fallback[@]}"
    has_target || refuse "find the $WASM_TARGET target in ${RUSTC:-rustc}, which is not the compiler rustup added it to" "${fallback[@]}"
}

# The source of the standard library, which the published app is built with. Without it the app is only larger.
need_std_source() {
    if can_build_small_std || ! have rustup; then return; fi
    say "setup: adding the source of Rust's standard library, seconds"
    rustup component add rust-src >&2 || say "setup: it could not be had; the app will be a tenth larger"
}

need_components() {
    cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
    have rustup || refuse "find cargo fmt and cargo clippy" "# install rustfmt and clippy for this compiler"
    say "setup: adding rustfmt and clippy, seconds"
    rustup component add rustfmt clippy >&2 || refuse "add rustfmt and clippy" "rustup component add rustfmt clippy"
}

need_trunk() {
    [ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK_VERSION" ] && return
    cargo_install trunk "$TRUNK_VERSION" "4 to 7 minutes on two cores"
}

need_wasm_bindgen() {
    [ -n "$WASM_BINDGEN_VERSION" ] || refuse "read the version of wasm-bindgen in Cargo.lock" "git checkout Cargo.lock"
    [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $WASM_BINDGEN_VERSION" ] && return
    cargo_install wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "about 3 minutes on two cores"
}

# It does not tell its version, so only the one that was built here counts.
need_wasm_split() {
    [ -x "$TOOLS/wasm_split_cli_support-$WASM_SPLIT_VERSION/bin/wasm-split-cli" ] && return
    cargo_install wasm_split_cli_support "$WASM_SPLIT_VERSION" "about 1 minute on two cores" --features build-binary
}

# wasm-opt, the test runner and what checks pages.
need_npm_packages() {
    local stamp=node_modules/.package-lock.json
    if [ -e "$stamp" ] && cmp -s package-lock.json node_modules/.installed-from; then return; fi
    if ! have node || ! have npm; then apt_install "Node.js and npm" "1 minute" nodejs npm; fi
    node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' ||
        refuse "use Node.js $(node --version)" "# install Node.js 20.19 or newer: https://nodejs.org/"
    say "setup: installing npm packages (wasm-opt, Playwright, checkers of pages), a few seconds"
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >&2 ||
        refuse "install the npm packages" "npm ci"
    cp package-lock.json node_modules/.installed-from
}

need_browser() {
    find_browser >/dev/null && return
    apt_install "a browser" "30 seconds" chromium fonts-dejavu-core
}

# Embeds are tried in Firefox too. Where it cannot be had, everything else is tested, and the last lines say so.
need_firefox() {
    find_firefox >/dev/null && return
    (apt_install "Firefox, for the tests of embeds" "30 seconds" firefox-esr) || say "setup: without Firefox its tests are left out"
}

need_nginx() {
    if ! have nginx; then
        apt_install "nginx with brotli" "20 seconds" nginx libnginx-mod-http-brotli-static
        say "setup: Debian starts nginx on port 80 when it is installed; if you do not want that: sudo systemctl disable --now nginx"
    fi
    if ! find_brotli_module >/dev/null; then
        if have apt-get; then apt_install "nginx's brotli module" "10 seconds" libnginx-mod-http-brotli-static; fi
    fi
}

need_build() {
    need_rust
    need_target
    need_std_source
    need_trunk
    need_wasm_bindgen
    need_wasm_split
    need_npm_packages
}

case ${1:-} in
build) need_build ;;
preview) need_nginx ;;
browser)
    need_npm_packages
    need_browser
    need_nginx
    ;;
test)
    need_build
    need_components
    need_browser
    need_firefox
    need_nginx
    ;;
*)
    say "usage: scripts/setup.sh build|preview|browser|test"
    exit 2
    ;;
esac
