# Each goal makes the virtual environment itself if it is not there. Plain `make` lists the goals.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
MINUTES ?= 60

.DEFAULT_GOAL := help
.PHONY: help run curate test check bench soak schema clean

help: ## list these goals
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort

$(BIN)/.runtime: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(BIN)/.development: requirements.txt requirements-dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(BIN)/.runtime $@

run: $(BIN)/.runtime ## open the dashboard on the real records
	$(BIN)/python -m streamlit run dashboard.py --server.port $(PORT)

curate: $(BIN)/.runtime ## open the dashboard for adding notes, by an address that opens once and from this machine alone
	REGISTER_CURATE=1 $(BIN)/python -m streamlit run dashboard.py --server.address 127.0.0.1 --server.headless true --server.port $(PORT)

test: $(BIN)/.development ## run all tests, in a real browser, LibreOffice, PostgreSQL and nginx too (installs them if they are missing)
	$(BIN)/python tests/browser/install.py
	$(BIN)/python tests/office/install.py
	$(BIN)/python tests/database/install.py
	$(BIN)/python tests/replicas/install.py
	$(BIN)/python -m pytest

check: $(BIN)/.development ## records, types and style
	$(BIN)/python curate.py check
	$(BIN)/python curate.py schema --check
	$(BIN)/python curate.py history
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schema: $(BIN)/.runtime ## write the schemas that editors use
	$(BIN)/python curate.py schema

$(BIN)/.benchmarks: $(BIN)/.development requirements-bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

bench: $(BIN)/.benchmarks ## measure loading and clicking, as ratios of one run
	$(BIN)/python tests/browser/install.py
	$(BIN)/python -m benchmarks

soak: $(BIN)/.development ## let readers of every kind read for an hour (MINUTES=60) while everything happens beneath that may
	$(BIN)/python tests/replicas/install.py
	$(BIN)/python -m benchmarks soak --minutes $(MINUTES)

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build
