#!/usr/bin/env bash
# Everything that CI runs, in the order in which it is quickest to hear of a mistake. A step that fails does not stop the
# others (but the browser is not started on a site that was not built). The last line sums up: every test counts one, and
# so does every check that has no tests of its own.
set -uo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

scripts/setup.sh test || exit 1

logs=target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
passed=0
failed=0
broken=()
left_out=

# step NAME COUNTER COMMAND…: runs it, shows what it says, and adds what COUNTER finds in it ("checks": one).
step() {
    local name=$1 counter=$2 log started status=0 ok bad
    shift 2
    log=$logs/${name//[^a-z0-9]/-}.log
    started=$SECONDS
    printf '\n── %s\n' "$name"
    "$@" 2>&1 | tee "$log" || status=$?
    read -r ok bad <<<"$("$counter" "$log" "$status")"
    passed=$((passed + ok))
    failed=$((failed + bad))
    if [ "$status" != 0 ] || [ "$bad" != 0 ]; then broken+=("$name"); fi
    printf '── %s: %s passed, %s failed (%s s)\n' "$name" "$ok" "$bad" "$((SECONDS - started))" | sed 's/^/   /'
    return "$status"
}

# A check counts one, passed or failed.
checks() { if [ "$2" = 0 ]; then echo 1 0; else echo 0 1; fi; }

# Rust's harness closes each suite with "test result: ok. 12 passed; 0 failed; …". Failing without a failed test (it did not
# compile) counts as one failure.
cargo_tests() {
    awk -v status="$2" '
        /^test result:/ { for (i = 1; i <= NF; i++) { if ($i ~ /^passed/) ok += $(i-1); if ($i ~ /^failed/) bad += $(i-1) } }
        END { if (status != 0 && bad == 0) bad = 1; print ok + 0, bad + 0 }' "$1"
}

# Node's harness closes with "ℹ pass 12" and "ℹ fail 0".
node_tests() {
    awk -v status="$2" '
        NF == 3 && $2 == "pass" { ok = $3 }
        NF == 3 && $2 == "fail" { bad = $3 }
        END { if (status != 0 && bad == 0) bad = 1; print ok + 0, bad + 0 }' "$1"
}

browser_tests() {
    node -e '
        const status = Number(process.argv[1]);
        let ok = 0, bad = 0;
        try {
            const { stats } = JSON.parse(require("fs").readFileSync("target/browser/report.json", "utf8"));
            ok = stats.expected; bad = stats.unexpected + stats.flaky;
        } catch {}
        console.log(ok, status !== 0 && bad === 0 ? 1 : bad);' "$2"
}

docs() {
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps --document-private-items
}

# Publishing once more writes the same bytes, compressed files and cards too.
again() {
    rm -rf target/again
    pipeline publish --site "$SITE" --out target/again/dist --deploy target/again/deploy &&
        diff -rq "$DIST" target/again/dist && diff -rq "$DEPLOY" target/again/deploy
}

browser() {
    rm -f target/browser/report.json
    playwright test --config tests/browser/playwright.config.mjs
}

firefox() {
    FIREFOX=$(find_firefox) node --test --test-reporter=spec tests/firefox/*.test.mjs
}

step "format" checks cargo fmt --all --check
step "lints, host" checks cargo clippy --locked --workspace --all-targets -- -D warnings
step "lints, browser" checks cargo clippy --locked --package healthy-years --features split --target "$WASM_TARGET" -- -D warnings
step "rust tests" cargo_tests cargo test --locked --workspace
step "documentation" checks docs
step "data check" checks pipeline check
if step "site" checks scripts/dist.sh; then
    step "site, a second time" checks again
    step "sizes" checks node scripts/size-gate.mjs
    step "pages" node_tests node --test --test-reporter=spec tests/pages/*.test.mjs
    step "browser tests" browser_tests browser
    if find_firefox >/dev/null; then
        step "embeds in Firefox" node_tests firefox
    else
        left_out="embeds in Firefox, which is not here"
    fi
else
    printf '\nThe site was not built: sizes, pages and tests in browsers were not run.\n'
fi

printf '\n'
if [ -n "$left_out" ]; then printf 'LEFT OUT: %s\n' "$left_out"; fi
if [ "$failed" != 0 ]; then printf 'Failed: %s\n' "$(IFS=';'; echo "${broken[*]}")"; fi
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
