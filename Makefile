# The commands of the project. `make run` and `make test` work on a fresh machine.
.PHONY: run test check lint bench setup setup-tests
.DEFAULT_GOAL := run
BIN := .venv/bin

run: setup                ## set up and serve the demonstration on 127.0.0.1:8050
	$(BIN)/karta demo

test: lint                ## the whole suite: browser and PostgreSQL included
	$(BIN)/pytest -n 2 --dist loadgroup

check: lint               ## the quick part: style, types, import directions, unit tests
	$(BIN)/pytest -q -n 2 tests/unit tests/test_architecture.py

lint: setup-tests         ## style, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-tests        ## how fast it is, up to a whole country, beside its floors in the same run
	$(BIN)/python -m bench
	$(BIN)/python -m bench.scale

setup:
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh tests
