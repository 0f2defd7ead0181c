# suanpan needs Go; each target installs what else it lacks and says so.
# `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build test lint unit race assets assets-check bench fuzz clean tools

GO ?= go
ADDR ?= localhost:8080
FUZZTIME ?= 10s
TESTFLAGS ?=

# A folder that git does not read, an archive or a checkout of another owner,
# has no commit to name in the build.
ifneq ($(shell git rev-parse HEAD >/dev/null 2>&1 && echo yes),yes)
export GOFLAGS := $(GOFLAGS) -buildvcs=false
endif

say = @printf '\n== %s\n'

help: ## Say what can be made
	@awk -F ' ## ' '/^[a-z-]+:.* ## / { sub(/:.*/, "", $$1); printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build, fill the store with what ships, and serve on http://localhost:8080
	$(say) 'serving on http://$(ADDR)'
	@exec ./suanpan serve --addr $(ADDR)

build: ## Build the program, ./suanpan
	$(say) 'building ./suanpan'
	$(GO) build -o suanpan ./cmd/suanpan

test: tools lint assets-check unit race ## Test everything: linters, unit, golden, contract, race, browser
	$(say) 'all tests pass'

lint: ## Check format and code: gofumpt, go vet, staticcheck
	$(say) 'gofumpt, go vet, staticcheck'
	@unformatted="$$($(GO) tool gofumpt -l cmd indicators charts web/*.go seeds)"; \
	  if [ -n "$$unformatted" ]; then printf 'not formatted, run go tool gofumpt -w on:\n%s\n' "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

unit: ## Run the tests of all packages, those of the pages in a browser too
	$(say) 'tests'
	SUANPAN_REQUIRE_BROWSER=1 SUANPAN_KILL_RUNS=50 $(GO) test $(TESTFLAGS) ./...

race: ## Run them under the race detector
	$(say) 'tests under the race detector'
	$(GO) test -race -short $(TESTFLAGS) ./...

assets: web/node_modules ## Build the script and styles of the pages anew
	$(say) 'building script and styles'
	cd web && npm run --silent build

assets-check: web/node_modules ## Check that what is committed is what the sources build to
	$(say) 'script and styles: is what is committed what the sources build to?'
	cd web && npm run --silent check

web/node_modules: web/package.json web/package-lock.json | tools
	$(say) 'installing what builds script and styles (npm)'
	cd web && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

bench: ## Measure the reader, the stores and ingest: bytes/s, figures/s, allocations, memory
	$(say) 'benchmarks'
	$(GO) test -run '^$$' -bench . -benchmem ./indicators/... ./cmd/...

fuzz: ## Run every fuzzer for FUZZTIME
	@for package in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    printf '\n== %s %s\n' "$$package" "$$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package; \
	  done; \
	done

clean: ## Remove what was built
	rm -rf suanpan web/node_modules

# tools installs what the tests need beside Go: a C compiler for the race
# detector, node for script and styles, Chromium with Chinese fonts. PostgreSQL,
# for the contract of stores, it installs where it can; elsewhere the contract
# is tested on SQLite alone, and says so.
tools:
	@have() { command -v "$$1" >/dev/null 2>&1; }; lacks=(); wants=(); \
	  have cc || have gcc || lacks+=(gcc libc6-dev); \
	  have node && have npm || lacks+=(nodejs npm); \
	  have chromium || have chromium-browser || have google-chrome || lacks+=(chromium); \
	  if have fc-list; then [ -n "$$(fc-list :lang=zh family)" ] || lacks+=(fonts-noto-cjk); \
	  elif have apt-get; then lacks+=(fontconfig fonts-noto-cjk); fi; \
	  have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || wants+=(postgresql); \
	  if [ $${#lacks[@]} -eq 0 ] && [ $${#wants[@]} -eq 0 ]; then exit 0; fi; \
	  printf '\n== the tests lack: %s\n' "$$(echo $${lacks[*]} $${wants[*]})"; \
	  as=; if [ "$$(id -u)" -ne 0 ]; then as='sudo -n'; fi; \
	  if have apt-get && $$as true 2>/dev/null; then \
	    echo 'installing that (apt-get)'; \
	    $$as apt-get update -qq; \
	    $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${lacks[@]}" "$${wants[@]}" >/dev/null; \
	  elif [ $${#lacks[@]} -eq 0 ]; then \
	    echo 'the stores are tested on SQLite alone'; \
	  else \
	    echo 'install that with your package manager, then run this again'; exit 1; \
	  fi
