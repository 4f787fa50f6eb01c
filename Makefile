SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
EXPORTS := tests/pipeline/test_awkward_exports.py
# Tests that take long (awkward exports, texts and surveys at random) run beside the others; both take about as long.
LONG := $(EXPORTS) tests/injection tests/recount
CLUSTER := tests/pipeline/test_cluster.py
BROWSER := tests/browser

.PHONY: help
help:  ## show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: setup
setup: .venv/ready  ## install everything into .venv, from the lock file

.PHONY: reports
reports: .venv/ready  ## build what is stale of every unit in params/: make reports JOBS=4
	$(BIN)/skm build $(if $(JOBS),--jobs $(JOBS))

.PHONY: report
report: .venv/ready  ## build one report: make report UNIT=kasn PERIODE=2024
	$(if $(and $(UNIT),$(PERIODE)),,$(error name the report: make report UNIT=kasn PERIODE=2024))
	$(BIN)/skm build $(PERIODE)/$(UNIT)

.PHONY: check
check: .venv/ready  ## check parameters and data only
	$(BIN)/skm check

.PHONY: verify
verify: .venv/ready  ## verify what is published: hashes, a second count, the printed numbers
	$(BIN)/skm verify

.PHONY: test
test: .venv/ready  ## run the tests
	$(BIN)/python -m pytest $(LONG) & long=$$!; status=0; \
	$(BIN)/python -m pytest $(addprefix --ignore=,$(LONG) $(CLUSTER)) || status=1; \
	wait $$long || status=1; exit $$status

.PHONY: test-exports
test-exports: .venv/ready  ## build the report of every awkward export
	SKM_EXPORTS=all $(BIN)/python -m pytest $(EXPORTS)

.PHONY: test-cluster
test-cluster: .venv/ready  ## let workers of a Dask cluster on this machine build, and kill some
	$(BIN)/python -m pytest $(CLUSTER)

.PHONY: test-browser
test-browser: .venv/ready $(BROWSER)/node_modules/.package-lock.json  ## open every page in outputs/ in Chromium, after make reports
	$(BIN)/python -m pytest --browser $(BROWSER)

.PHONY: browser-tools
browser-tools:
	@for name in chromium npm; do command -v $$name > /dev/null || \
	{ echo "$$name is missing; install it, on Debian with: apt-get install chromium npm" >&2; exit 1; }; done

.PHONY: lint
lint: .venv/ready  ## check the code's style
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

.PHONY: lab
lab: .venv/ready  ## open the exploring notebook in JupyterLab
	$(BIN)/jupyter lab notebooks/jelajah.ipynb

.PHONY: bench
bench: .venv/ready  ## measure builds beside stock tools, about half an hour; docs/speed.md says how to read it
	$(BIN)/python tools/bench.py --scale

.PHONY: samples
samples: .venv/ready  ## make the sample data again
	$(BIN)/python tools/make_samples.py

.PHONY: golden
golden: .venv/ready  ## rewrite the golden tables; read the difference before committing
	$(BIN)/python -m pytest tests/test_golden.py --write-golden

.PHONY: strip
strip: .venv/ready  ## remove outputs and run metadata from the notebooks
	$(BIN)/jupyter nbconvert --clear-output --inplace notebooks/*.ipynb

.PHONY: lock
lock: .venv/ready  ## pin all dependencies again, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python tools/make_lock.py

.PHONY: audit-deps
audit-deps:  ## list known vulnerabilities of the pinned packages, or say that none could be looked up
	@$(PYTHON) tools/audit_dependencies.py

.PHONY: clean
clean:  ## remove outputs and .venv
	rm -rf .venv .venv-audit outputs/* $(BROWSER)/node_modules

$(BROWSER)/node_modules/.package-lock.json: $(BROWSER)/package-lock.json | browser-tools
	npm ci --prefix $(BROWSER) --no-audit --no-fund && touch $@

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q skmlib && touch $@
