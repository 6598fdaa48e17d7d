# Needs python3 (3.11 or newer), make and git, nothing else: .venv is made from the lock files.
# On Windows there is no need of make: see README.md.

PYTHON3 ?= python3
PY := .venv/bin/python
HOST ?= 127.0.0.1:8000
UV_VERSION := 0.13.9
UV_COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--fork-strategy fewest --custom-compile-command 'make lock' $(UPGRADE)

# The tests on all processors, those of a file on one: what they share is made once a file.
SPREAD := --numprocesses auto --dist loadfile

# Material prints a notice about its own future in every run; it says nothing about the site.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve test unit lint format bench bench-clean bench-checks bench-scale gold lock upgrade clean distclean run-env dev-env browser

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

site: run-env ## build the website into site/
	@$(PY) -m build_scripts build

serve: run-env ## show the website on http://127.0.0.1:8000, following every change (HOST=address:port)
	@$(PY) -m build_scripts serve --dev-addr $(HOST)

test: lint browser ## all that CI runs: lint, types, tests, a real browser
	@$(PY) -m pytest $(SPREAD)

unit: dev-env ## the tests that take milliseconds: without building the site, a browser, whole documents over and over
	@DUIZHAO_HYPOTHESIS=quick $(PY) -m pytest $(SPREAD) -m "not e2e and not browser and not slow"

lint: dev-env ## ruff and mypy
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check --quiet . || { echo "run 'make format'"; exit 1; }
	@$(PY) -m mypy

format: dev-env ## let ruff lay out the code and mend what it safely can
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: run-env ## speed of cleaning and of the whole pipeline beside jieba, and of builds cold and warm (FRESH=1: a new clone too)
	@$(PY) bench/bench.py $(if $(FRESH),--fresh)

bench-clean: run-env ## quality of cleaning on damaged clean text (CORPUS=folder of clean text, ARGS="--kind … --show 3")
	@$(PY) bench/bench_clean.py $(if $(CORPUS),--corpus "$(CORPUS)") $(ARGS)

bench-checks: run-env ## quality of the check of figures on English that was corrupted (ARGS="--kind unit --show 3")
	@$(PY) bench/bench_checks.py $(ARGS)

bench-scale: run-env ## made-up reports by the hundred and thousand: time, size, memory (ARGS="--numbers 10000 --serve --search")
	@$(PY) bench/bench_scale.py $(ARGS)

gold: dev-env ## write the expected results anew from what the code does now; then read the difference
	@$(PY) -m pytest --gold -m gold
	@git --no-pager diff --stat -- tests

lock: dev-env ## bring the lock files up to pyproject.toml, keeping versions where they still fit
	@$(PY) -m pip install -qq uv==$(UV_VERSION)
	@$(UV_COMPILE) --group build --output-file requirements-build.lock
	@rm -f tools/wheels/*.whl
	@$(PY) -m pip download --quiet --no-deps --only-binary :all: --dest tools/wheels \
		"$$(sed -n 's/^\(pip==[^ ]*\).*/\1/p' requirements-build.lock)"
	@$(UV_COMPILE) pyproject.toml --extra exchange --extra books --output-file requirements.lock
	@$(UV_COMPILE) pyproject.toml --extra exchange --extra books --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock

upgrade: ## the same, taking the newest versions that fit
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade

clean: ## remove what was generated (site, caches), but not .venv
	@rm -rf site .duizhao .cache .screenshots .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist duizhao.egg-info
	@find build_scripts tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## the same and .venv
	@rm -rf .venv

run-env:
	@$(PYTHON3) tools/bootstrap.py

dev-env:
	@$(PYTHON3) tools/bootstrap.py --dev

browser: dev-env
	@$(PY) tools/browser.py --install
