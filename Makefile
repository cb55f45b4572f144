SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run demo test quick check fix browser bench validate coach-train coach-eval prove drill lock wheel release docs
PYTHON ?= python3
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --extra server --group build pyproject.toml

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  \1\t/' | expand -t 14

.venv/bin/python:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Troth needs Python 3.11 or newer with its venv module (Debian: python3-venv)."; exit 1; }
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv

.venv/.run: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing what Troth needs (once; a minute or two) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	@echo "Installing what the tests need (once; a minute or two) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

run: .venv/.run  ## start Troth and open the browser
	@$(BIN)/troth serve

demo: .venv/.run  ## the same with an invented sample world in a home of its own
	@$(BIN)/troth demo

test: .venv/.dev  ## all tests (SQLite; TROTH_DATABASE=postgres://… for PostgreSQL)
	@$(BIN)/python -m pytest -q

quick: .venv/.dev  ## the rooms below the store, in seconds
	@$(BIN)/python -m pytest -q tests/values tests/vault tests/safety tests/instruments tests/trends tests/coach tests/practices src/troth/values src/troth/vault src/troth/safety src/troth/instruments src/troth/trends src/troth/coach src/troth/practices

browser: .venv/.dev  ## the flows in a real Chromium
	@TROTH_EVERY_LOOK=1 $(BIN)/python -m pytest -q tests/browser

check: .venv/.dev  ## style, types, floors, templates, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	git ls-files -z -- 'src/*.html' | xargs -0 -r $(BIN)/djade --check --target-version 5.2
	@mkdir -p build/check && TROTH_HOME=build/check/home TROTH_DATABASE= $(BIN)/troth manage makemigrations --check --dry-run

fix: .venv/.dev  ## mend style where a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -z -- 'src/*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

prove: .venv/.dev  ## the reliability checks in full size (CHECK=13 for one, STRICT=1 for a release)
	@STRICT=$(STRICT) $(BIN)/python -m pytest tests/prove --full -q -p no:randomly $(if $(CHECK),--check $(CHECK))

validate: .venv/.dev  ## the long checks of the estimators, as a table (two processes, some minutes)
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.trends.validation

coach-train: .venv/.dev  ## learn the coach's weights again from training/, byte for byte
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.train

coach-eval: .venv/.dev  ## how well the coach reads writers it did not learn from, as tables
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.evaluate

bench: .venv/.dev  ## our figure and the yardstick side by side, as ratios
	@$(BIN)/python -m bench

drill: .venv/.dev  ## sample world, backup, new home, restore, sign in, compare
	@$(BIN)/python -m pytest -q tests/app/test_drill.py

wheel: .venv/.dev  ## build the wheel, start it from nothing, ask /health/
	@$(BIN)/python -m pytest -q tests/app/test_wheel.py

lock: .venv/.dev  ## pin every dependency again
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) -o requirements/run.txt
	$(LOCK) --group dev -o requirements/dev.txt
