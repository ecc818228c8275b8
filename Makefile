# The front door. Two commands matter: `make serve` and `make test`. Each installs what it is missing, and says so.
.DEFAULT_GOAL := help
.PHONY: help serve test dist preview data screenshots bench fuzz audit setup browser-test fmt clean
.NOTPARALLEL:

help:
	@echo "Healthy Years"
	@echo
	@echo "  make serve        the site at http://127.0.0.1:8080/, rebuilt at every change"
	@echo "  make test         everything that CI checks, about 20 minutes from nothing"
	@echo
	@echo "  make dist         the publishable site, compressed, in dist/"
	@echo "  make preview      dist/ behind nginx with its real headers, at http://127.0.0.1:8081/"
	@echo "  make browser-test [ARGS=keyboard]  the browser tests on the dist/ that is there"
	@echo "  make screenshots [ONLY=explore]    every view in three widths, light and dark, in target/screenshots/"
	@echo "  make bench        sizes and times beside their budgets, in target/bench/report.json"
	@echo "  make fuzz [COUNT=10000000]  so many random inputs thrown at all statistics, some minutes"
	@echo "  make data SOURCES=DIR  data/ anew from published tables"
	@echo "  make audit        licences and advisories of all dependencies (needs cargo-deny)"
	@echo "  make fmt          formats the Rust code"
	@echo "  make setup        installs what is missing for all of the above"
	@echo "  make clean        removes dist/ and target/"

serve:
	@scripts/serve.sh

test:
	@scripts/test.sh

dist:
	@scripts/dist.sh

preview:
	@scripts/setup.sh preview
	@echo "http://127.0.0.1:8081/   (Ctrl+C ends it)"
	@scripts/nginx.sh 8081

SOURCES ?= ../shared/sources
data:
	@test -d "$(SOURCES)" || { echo "There is no folder $(SOURCES). Name the one with the published tables: make data SOURCES=DIR"; exit 1; }
	@cargo run --quiet --profile pipeline --package pipeline -- import --sources "$(SOURCES)" --out data

browser-test:
	@scripts/setup.sh browser
	@node_modules/.bin/playwright test --config tests/browser/playwright.config.mjs $(ARGS)

screenshots:
	@scripts/setup.sh browser
	@test -e dist/index.html || scripts/dist.sh
	@node scripts/screenshots.mjs $(ONLY)

bench:
	@scripts/setup.sh browser
	@test -e dist/index.html || scripts/dist.sh
	@node scripts/bench.mjs

COUNT ?= 10000000
fuzz:
	@cargo run --quiet --locked --profile fuzz --package healthy-years --example fuzz_stats -- $(COUNT)

audit:
	@command -v cargo-deny >/dev/null || { echo "make audit needs cargo-deny (some minutes): cargo install --locked cargo-deny"; exit 1; }
	@cargo deny check

setup:
	@scripts/setup.sh test

fmt:
	@cargo fmt --all

clean:
	@rm -rf dist target
