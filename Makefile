# make site    sets up the generator and builds the portal into build/site
# make serve   previews it while you write
# make test    sets up all that the tests need, and runs them with every other check
# make bench   measures builds of a generated portal
# make lint    the checks alone: style, types, imports, catalogues, generated pages
# make messages  takes new strings of templates and code into locales/
# make clean   removes what was built
# make weight  tells what a first visit to each sort of page weighs
# make screenshots  takes pictures of each sort of page into build/screenshots

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 5500

.PHONY: site serve test lint bench weight screenshots messages clean
.DEFAULT_GOAL := site

site: $(VENV)/.site
	$(BIN)/sitegen build
	@echo
	@echo "The portal is in build/site. To look at it: make serve, then open http://127.0.0.1:$(PORT)/"

serve: $(VENV)/.site
	$(BIN)/sitegen serve --port $(PORT)

test: $(VENV)/.test lint
	scripts/tools.sh
	$(BIN)/python -m pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/messages.py --check
	$(BIN)/python scripts/mistakes.py --check
	$(BIN)/python scripts/fields.py --check
	$(BIN)/python scripts/kinds.py --check

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks.run

weight: $(VENV)/.test site
	$(BIN)/python -m benchmarks.weight build/site

screenshots: $(VENV)/.test site
	scripts/tools.sh
	$(BIN)/python -m tests.browser.shoot build/site build/screenshots

# Takes new strings of templates and code into locales/, to be translated there.
messages: $(VENV)/.test
	$(BIN)/python scripts/messages.py

clean:
	rm -rf build

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it as in: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: $(VENV)/pyvenv.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pictures,search]'
	@touch $@

$(VENV)/.test: $(VENV)/pyvenv.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.site
