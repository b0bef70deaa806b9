# Everything runs in .venv, which is created if it is missing and updated if pyproject.toml or a lock changes.

SHELL := /bin/sh
BIN := .venv/bin
# Only the locked packages are installed, whatever the machine's settings for pip are: constraints could
# contradict the locks, and a package built here would use the newest build backend. The package index of the
# machine is used.
INSTALL := PIP_CONSTRAINT=/dev/null $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The locks contain all dependencies, so pip does not resolve any: it would look at releases newer than the
# locked ones, and one of these could make the whole installation fail.
LOCKED := $(INSTALL) --require-hashes --only-binary :all: --no-deps

# A worker for each processor. Without bytecode, every worker would rewrite every assertion of the tests, and every
# process that tests start would compile changed modules again, whatever Python is set to.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n logical --maxprocesses 8 --dist worksteal

.PHONY: run test recipes check format lint types layers bench bench-million fuzz lock packages schema rows cldr vocabulary known-words docs man clean

run: .venv/installed ## install tajik and print a first answer
	@$(BIN)/tajik facts trade

test: .venv/equipped ## install the test tools and run the tests
	@$(PYTEST) $(MEASURED)

recipes: .venv/equipped ## install the libraries for the recipes of docs/data.md, so that the tests run them
	@$(LOCKED) --requirement locks/recipes.txt

check: lint types layers ## run all checks of CI, and measure the coverage of the tests
	@$(MAKE) --no-print-directory test MEASURED="--cov --cov-report= --cov-fail-under=95"

lint: .venv/equipped
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/tajik lint

types: .venv/equipped
	@$(BIN)/mypy

layers: .venv/equipped
	@$(BIN)/lint-imports --no-logo

lock: .venv/bin/python ## renew the locks with the newest releases that pyproject.toml allows
	@$(BIN)/python locks/renew.py

packages: .venv/bin/python ## build the wheel and the sdist, and test them with the locked, the oldest and the newest dependencies
	@.ci/packages $(BIN)/python

fuzz: .venv/equipped ## test with mutated records, drafts, sources and command lines, CASES of each
	@$(PYTEST) -q tests/fuzz.py

bench: .venv/equipped ## measure times as ratios and write docs/benchmarks.md; with BASE=COMMIT, print what is slower or faster than at COMMIT
	@$(BIN)/python benchmarks/run.py $(if $(BASE),--base $(BASE))

bench-million: .venv/equipped ## measure a million statements and write them into docs/benchmarks.md, which takes 3 GB of disk and a quarter of an hour
	@$(BIN)/python benchmarks/run.py --million

format: .venv/equipped ## apply automatic fixes
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

schema: .venv/installed ## update facts.schema.json after a change to the model
	@$(BIN)/tajik schema facts > .venv/schema.json && mv .venv/schema.json facts.schema.json

rows: .venv/installed ## update the types and keys of rows after a change to the answers
	@$(BIN)/python tools/rows.py > .venv/rows.py && mv .venv/rows.py tajikcli/model/rows.py

vocabulary: .venv/equipped ## update the words that search reads after a change in tajikcli/language/
	@$(BIN)/python tools/vocabulary.py > .venv/concepts.txt && mv .venv/concepts.txt tajikcli/language/concepts.txt
	@$(BIN)/python tools/combined.py > .venv/combined.py && mv .venv/combined.py tajikcli/language/combined.py
	@$(BIN)/ruff format --quiet tajikcli/language/combined.py
	@$(BIN)/python tools/terms.py

known-words: .venv/equipped ## update the list of words that are not typing errors from a copy of WordNet (WORDNET=FOLDER)
	@$(BIN)/python tools/known_words.py $(WORDNET) > .venv/known_words.txt && mv .venv/known_words.txt tajikcli/language/known_words.txt

cldr: .venv/equipped ## update the names of countries, months, scales and currencies from CLDR and tools/
	@$(BIN)/python tools/countries.py > .venv/table.py && mv .venv/table.py tajikcli/language/names_of_countries.py
	@$(BIN)/python tools/months_and_units.py > .venv/table.py && mv .venv/table.py tajikcli/language/months_and_units.py
	@$(BIN)/ruff format --quiet tajikcli/language/months_and_units.py
	@$(MAKE) --no-print-directory vocabulary

docs: .venv/installed ## update the documentation: output of examples, tables, the picture, the manual page
	@$(BIN)/python tools/docs.py

man: .venv/installed ## update the manual page after a change to the help
	@$(BIN)/python docs/manpage.py > .venv/tajik.1 && mv .venv/tajik.1 docs/tajik.1

clean:
	rm -rf .venv

.venv/bin/python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python -m venv .venv && exit 0; rm -rf .venv; exit 1; \
	  fi; \
	done; echo 'tajik needs Python 3.11 or newer, which is not installed' >&2; exit 1

.venv/installed: .venv/bin/python pyproject.toml locks/build.txt locks/run.txt
	@$(LOCKED) --requirement locks/build.txt --requirement locks/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q tajikcli # if Python is set not to write bytecode, every start would compile the code again
	@touch $@

.venv/equipped: .venv/installed locks/dev.txt
	@$(LOCKED) --requirement locks/dev.txt
	@touch $@
