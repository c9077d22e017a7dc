# With Python 3.11, pip and make alone: `make audit`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PLUGINS := $(sort $(wildcard plugins/*/pyproject.toml))

.PHONY: setup audit test lint docs bench accuracy locate-bench clean
setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements-dev.txt $(PLUGINS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation \
		-e ".[locate]" $(patsubst %/pyproject.toml,-e %,$(PLUGINS))
	$(BIN)/python -m compileall -q src plugins
	touch $@

# The samples hold faulty reports on purpose: the audit is shown, its verdict is not ours.
audit: setup
	$(BIN)/compliance audit sample_reports/cn-fj-2017-district.yaml --fail-on never
	$(BIN)/compliance audit sample_reports --fail-on never

test: setup
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The documentation, built into site/; a broken link fails.
docs: setup
	$(BIN)/python -m compliance.reference docs build/docs
	$(BIN)/python -m zensical build --clean --strict

bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/readers.py

# Fails when a target of accuracy is missed.
accuracy: setup
	$(BIN)/python benchmarks/accuracy.py

# Fails when a target of locating wrong cells is missed.
locate-bench: setup
	$(BIN)/python benchmarks/locate.py

clean:
	rm -rf $(VENV) dist build site .cache
