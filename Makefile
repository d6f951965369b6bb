# tanlu: a machine with Python ≥ 3.11 and make needs nothing else.
# Every target is idempotent and quiet when up to date. All paths are relative,
# so that the tree may live under a path with spaces.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

BIN := .venv/bin
STAMPS := .venv/.make
PAGES := src/tanlu/web/static/index.html
PORT ?=
PYTEST_ARGS ?=

# Only what exists: ui/ may be absent. Folders count, so that a deletion counts.
UI_INPUTS := $(shell test -d ui && find ui -mindepth 2 \
	-not -path 'ui/node_modules*' -not -path 'ui/coverage/*' \
	-not -path 'ui/test-results/*' 2>/dev/null; find ui -maxdepth 1 -type f \
	-not -name '*.tsbuildinfo' 2>/dev/null)

.PHONY: help .venv demo test lint format docs bench serve ui lock wheel browser java clean

help: ## show this list
	@echo "tanlu — carbon management for industrial parks"
	@grep -hE '^[.a-z]+:.*## ' $(MAKEFILE_LIST) | sort | \
		awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

.venv: $(STAMPS)/installed ## make the Python environment from requirements/lock.txt
	@:

$(STAMPS)/locked: requirements/lock.txt
	@tools/venv.sh
	@mkdir -p $(STAMPS)
	@touch $@

$(STAMPS)/installed: $(STAMPS)/locked pyproject.toml hatch_build.py
	@$(BIN)/python -m pip install -qq --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv ## run the demonstration in the terminal
	@$(BIN)/tanlu demo

serve: .venv ui ## serve the bundled Ganzhou park (PORT=8000 for another port)
	@$(BIN)/tanlu serve $(if $(PORT),--port $(PORT))

ui: $(PAGES) ## build the browser application when it changed
	@:

# Without ui/ there are no inputs and no result: the script says so each time.
$(PAGES): $(UI_INPUTS) tools/ui.sh requirements/node.txt | .venv
	@tools/ui.sh
	@test ! -e $@ || touch $@

browser: ## find or install a Chromium for the browser tests
	@tools/browser.sh

java: ## find or install a Java for the tests on Spark
	@tools/java.sh

test: .venv ui browser java ## run everything: tests, doctests, ruff, mypy, import order
	@tools/test.sh $(PYTEST_ARGS)

lint: .venv ## the fast half of the checks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/codespell

format: .venv ## format and fix what can be fixed
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

docs: .venv ## build the documentation into site/
	@tools/docs.sh

bench: .venv ## run the benchmarks
	@$(BIN)/python -m benchmarks.run

lock: .venv ## recreate requirements/*.txt
	@tools/lock.sh $(BIN)/uv

wheel: .venv ui ## build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

clean: ## remove all that make has made
	@rm -rf .venv dist site ui/node_modules src/tanlu/web/static \
		src/tanlu/catalog/compiled.json .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis
	@find src tests benchmarks tools -name __pycache__ -type d -prune \
		-exec rm -rf {} + 2>/dev/null || true
