# make setup | demo | test | check | bench. Everything needed is set up once, in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test check faults bench views curve training clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   three jobs each for four clients, with reasons"
	@echo "make test   all tests"
	@echo "make check  formatting, lint, types"
	@echo "make faults writers killed 200 times, rows altered 1000 times, changes of 200 clients asked anew (minutes)"
	@echo "make bench  speed and ranking figures beside peers"
	@echo "make views  viewed postings found again among others, where the data are at hand"
	@echo "make curve  how fast learning comes near the truth, on made-up outcomes"
	@echo "make training  a million pairs beside LightGBM lambdarank, seconds and memory"
	@echo "make setup  only set up .venv (the others do it by themselves)"

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "jobmatch needs Python 3.11 or newer; name one with make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[fast,parquet,fair,docx,casebook,postgres,spark,plots,serve,traditional,test,dev]'
	@touch $(READY)

demo: $(READY)
	@$(BIN)/jobmatch demo

# a file a process, as many as there are cores but not more than four: each builds the demo's market once
test: $(READY)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

faults: $(READY)
	JOBMATCH_FAULTS=1000 $(BIN)/python -m pytest tests/unit/casebook/test_casebook_chain.py
	JOBMATCH_FAULTS=200 $(BIN)/python -m pytest tests/unit/casebook/test_casebook_writers.py
	JOBMATCH_FAULTS=100 $(BIN)/python -m pytest tests/spec/test_what_if.py

bench: $(READY)
	$(BIN)/python -m benchmarks

views: $(READY)
	$(BIN)/python -m benchmarks.learned views_en

curve: $(READY)
	$(BIN)/python -m benchmarks.learned learning_curve

training: $(READY)
	$(BIN)/python -m benchmarks.learned training

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
