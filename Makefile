# Everything a person needs: `make demo` and `make test`. Both set themselves up; only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TESTTOOLS := $(VENV)/.testtools

# Compiled bytecode makes every import two to four times faster; some shells switch it off.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install demo test check lint types imports unit audit bench screenshots messages lock clean
.DELETE_ON_ERROR:

help:  ## what each command does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; found: $$($(PYTHON) --version). Try: make PYTHON=python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (a minute or two, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

install: $(INSTALLED)  ## create .venv and install

demo: $(INSTALLED)  ## render the invented demo cohort and say what to open
	@$(BIN)/workbook demo

$(TESTTOOLS): tests/tools.sh | $(INSTALLED)
	@sh tests/tools.sh
	@touch $@

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

imports: $(INSTALLED)
	$(BIN)/lint-imports --no-cache

unit: $(INSTALLED)
	$(BIN)/python -m pytest -q -n 2 -m "not slow and not browser and not long"

check: lint types imports unit  ## lint, types, import rules, unit tests

test: $(TESTTOOLS) lint types imports  ## everything, with a real browser
	$(BIN)/python -m pytest -q -n 2 --durations 20 -m "not long"

audit: $(INSTALLED)  ## known vulnerabilities of the locked packages
	@$(BIN)/python -m tools.audit

bench: $(INSTALLED)  ## measurements, as ratios in one run
	$(BIN)/python -m tests.benchmarks

screenshots: $(TESTTOOLS)  ## pictures of every chapter in both languages
	$(BIN)/python -m tools.screenshots

messages: $(INSTALLED)  ## bring the German catalogues up to date with the English sources
	$(BIN)/python -m tools.messages

lock:  ## pin exact versions with hashes and without addresses
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra dev --extra postgres --extra cluster --extra hub --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist demo-workbooks demo-year .mypy_cache .ruff_cache .pytest_cache .hypothesis
