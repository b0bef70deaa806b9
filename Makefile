# Everything runs in .venv, which is made when it is missing and brought up to date when pyproject.toml or a lock changes.

SHELL := /bin/sh
BIN := .venv/bin
# Only what the locks name is installed, whatever else a machine's settings of pip ask for: constraints would contradict
# them, and a package built here would be built with whatever is newest. The index stays the machine's own.
INSTALL := PIP_CONSTRAINT=/dev/null $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The locks name all that a package needs, so pip resolves nothing: it would look at releases newer than the locked ones,
# and refuse the whole installation for one of them.
LOCKED := $(INSTALL) --require-hashes --only-binary :all: --no-deps

.PHONY: run test recipes check format lint types layers bench bench-million fuzz lock packages schema rows cldr vocabulary known-words docs man clean

run: .venv/installed ## install, then answer a first question
	@$(BIN)/tajik facts trade

test: .venv/equipped ## install what the tests need, then run them
	@$(BIN)/python -m pytest -n 2 $(MEASURED)

recipes: .venv/equipped ## install what the recipes of docs/data.md use, so that the tests run them
	@$(LOCKED) --requirement locks/recipes.txt

check: lint types layers ## everything that CI checks: the tests too, and how much of the code they reach
	@$(MAKE) --no-print-directory test MEASURED="--cov --cov-report= --cov-fail-under=95"

lint: .venv/equipped
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/tajik lint

types: .venv/equipped
	@$(BIN)/mypy

layers: .venv/equipped
	@$(BIN)/lint-imports --no-logo

lock: .venv/bin/python ## renew the locks: the newest releases that pyproject.toml allows
	@$(BIN)/python locks/renew.py

packages: .venv/bin/python ## build wheel and sdist, and test what they install: with the locked, newest and oldest dependencies
	@.ci/packages $(BIN)/python

fuzz: .venv/equipped ## mutated records, drafts, sources and command lines, CASES of each
	@$(BIN)/python -m pytest -n 2 -q tests/fuzz.py

bench: .venv/equipped ## print how long things take, as ratios; with BASE=COMMIT, what is slower or faster than there
	@$(BIN)/python benchmarks/run.py $(if $(BASE),--base $(BASE))

bench-million: .venv/equipped ## the same for a million statements: needs 3 GB of disk and a quarter of an hour
	@$(BIN)/python benchmarks/run.py --million

format: .venv/equipped ## mend what can be mended by itself
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

schema: .venv/installed ## write facts.schema.json anew, after a change of the model
	@$(BIN)/tajik schema facts > facts.schema.json

rows: .venv/installed ## write the types and keys of rows anew, after a change of the answers
	@$(BIN)/python tools/rows.py > .venv/rows.py && mv .venv/rows.py tajikcli/model/rows.py

vocabulary: .venv/equipped ## write the vocabulary anew as search reads it, after a change of tajikcli/language/vocabulary/
	@$(BIN)/python tools/vocabulary.py > tajikcli/language/concepts.txt

known-words: .venv/equipped ## write the list of words that are no typing errors anew, from a copy of WordNet (WORDNET=FOLDER)
	@$(BIN)/python tools/known_words.py $(WORDNET) > tajikcli/language/known_words.txt

cldr: .venv/equipped ## write the names of countries, months, scales and currencies anew, from CLDR and tools/
	@$(BIN)/python tools/countries.py > tajikcli/language/names_of_countries.py
	@$(BIN)/python tools/months_and_units.py > tajikcli/language/months_and_units.py
	@$(BIN)/ruff format --quiet tajikcli/language/months_and_units.py
	@$(BIN)/python tools/vocabulary.py > tajikcli/language/concepts.txt

docs: .venv/installed ## write what the documentation shows anew: output of examples, tables, the picture, the manual page
	@$(BIN)/python tools/docs.py

man: .venv/installed ## write the manual page anew, after a change of the help
	@$(BIN)/python docs/manpage.py > docs/tajik.1

clean:
	rm -rf .venv

.venv/bin/python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python -m venv .venv && exit 0; rm -rf .venv; exit 1; \
	  fi; \
	done; echo 'tajik needs Python 3.11 or newer, and found none' >&2; exit 1

.venv/installed: .venv/bin/python pyproject.toml locks/build.txt locks/run.txt
	@$(LOCKED) --requirement locks/build.txt --requirement locks/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q tajikcli # where Python is told not to, every start would compile anew
	@touch $@

.venv/equipped: .venv/installed locks/dev.txt
	@$(LOCKED) --requirement locks/dev.txt
	@touch $@
