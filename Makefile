# One command for each thing that people do here; `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check prepare translations lock upgrade clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: prepare ## start a demo register and open the window at it
	@$(BIN)/python -m desk_app.demo

test: check ## all checks, then all tests
	@$(BIN)/python -m pytest -q \
		--cov=sync/rules --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

check: prepare ## lint, format and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary

prepare: ## set up what is missing: system libraries, .venv, dependencies, translations
	@$(PYTHON) installer/prepare.py

translations: prepare ## compile the translations anew
	@touch resources/translations/*.ts
	@$(PYTHON) installer/prepare.py

lock: prepare ## write the lock files anew after a change in pyproject.toml
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement installer/requirements/uv.txt
	@$(BIN)/python installer/lock.py

upgrade: prepare ## write the lock files anew, with the newest releases
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement installer/requirements/uv.txt
	@$(BIN)/python installer/lock.py --upgrade

clean: ## remove what `make prepare` and the tests made; nothing of a desk lies here
	@rm -rf .venv .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	@rm -f resources/translations/*.qm
