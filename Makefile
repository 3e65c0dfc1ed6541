# The commands of the project. `make run` and `make test` work on a fresh machine.
.PHONY: run test check bench setup setup-tests
.DEFAULT_GOAL := run
BIN := .venv/bin

run: setup                ## set up and serve the demonstration on 127.0.0.1:8050
	$(BIN)/karta demo

test: setup-tests check   ## the whole suite: browser and PostgreSQL included
	$(BIN)/pytest -n 2 --dist loadgroup

check: setup-tests        ## style, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-tests        ## how fast it is, beside an empty page in the same run
	$(BIN)/python -m bench

setup:
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh tests
