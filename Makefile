# One command for each thing that people do here; `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

# The tests in parts, three at a time, the longest first: each is a process that loads only what it
# tests, and makes once what a file's tests share. The rules are covered whole by their own tests,
# which but for their properties run apart: to watch all tests for that would cost a third more.
PARTS := test-register test-programs test-window test-desk test-console test-rules
test-programs: ONLY := tests --ignore=tests/sync --ignore-glob='tests/desk_app/*/*'
test-register: ONLY := tests/sync --ignore=tests/sync/server/console \
	--ignore-glob='tests/sync/rules/test_[!p]*' --ignore-glob='tests/sync/rules/test_p[!r]*'
test-console: ONLY := tests/sync/server/console
test-window: ONLY := tests/desk_app/ui
test-desk: ONLY := tests/desk_app --ignore=tests/desk_app/ui --ignore-glob='tests/desk_app/test_*'
test-rules: ONLY := tests/sync/rules --ignore=tests/sync/rules/test_properties.py \
	--cov=sync/rules --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100
WHOLE := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

.DEFAULT_GOAL := help
.PHONY: help demo cards screenshots console-pages quick test check kills mutants $(PARTS) prepare package package-test windows-test translations strings audit lock upgrade clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: prepare ## start a demo register and open the program with it
	@$(BIN)/python -m desk_app.demo

cards: prepare ## the demo's cards to print and scan, as build/demo-cards.pdf
	@$(BIN)/python -m desk_app.demo.cards

screenshots: prepare ## every page in every language, theme and size, into build/screenshots
	@$(BIN)/python -m desk_app.demo.gallery

console-pages: prepare ## the console's pages in Chromium: barriers, and pictures into build/console-screenshots
	@$(PYTHON) installer/prepare.py --tests
	@$(BIN)/python -m tests.endurance.console_pages --pictures

test: check ## all checks, then all tests
	@$(PYTHON) installer/prepare.py --tests
	@echo "Testing in $(words $(PARTS)) parts, side by side. Each is shown when it has ended."
	@$(MAKE) --no-print-directory --keep-going --jobs=3 $(WHOLE) $(PARTS)

$(PARTS):
	@$(BIN)/python -m pytest -q $(ONLY)

quick: prepare ## in a minute: rules, messages, store, services, sync worker, words and layers
	@$(BIN)/python -m pytest -q --numprocesses=2 --dist=loadfile -m "not slow and not system" tests/test_*.py \
		tests/sync/rules tests/sync/test_*.py tests/desk_app/messages tests/desk_app/services \
		tests/desk_app/store tests/desk_app/files

check: prepare ## lint, format and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary

kills: prepare ## kill the program a thousand times while it works, and check that nothing is lost (slow)
	@$(PYTHON) installer/prepare.py --tests
	@nice $(BIN)/python -m tests.endurance.kills --rounds 1000

# The mutation tool has a set-up of its own, since not all that it needs comes as a wheel. The tests
# are run by a process of our own set-up, which sees the copy of the tree by its working folder. The
# first and the last command say whether that process is there: without it every mutant would fail.
mutants: export PYTEST_DISABLE_PLUGIN_AUTOLOAD = 1
mutants: prepare ## run mutation tests on the rules (slow)
	@rm -rf mutants && mkdir mutants && cp -r sync tests pyproject.toml mutants/
	@$(BIN)/python -m venv mutants/.venv
	@mutants/.venv/bin/pip install --quiet --require-hashes --requirement installer/requirements/mutants.txt
	@cd mutants && export PATH="$$PWD/.venv/bin:$$PATH" rules=tests/sync/rules/mutants.toml && \
		{ nice ../$(BIN)/python -m tests.endurance.mutants serve tests.socket & } && \
		trap "kill $$!" EXIT && \
		cosmic-ray init $$rules session.sqlite && \
		cr-filter-operators session.sqlite $$rules && \
		cosmic-ray baseline $$rules && nice cosmic-ray exec $$rules session.sqlite && \
		cosmic-ray baseline $$rules && \
		cr-report --surviving-only --show-diff session.sqlite && \
		cr-rate --fail-over 0.8 session.sqlite

prepare: ## set up what is missing: system libraries, .venv, dependencies, translations
	@$(PYTHON) installer/prepare.py

package: ## build this system's packages into dist, after a self-test of the packed program
	@$(PYTHON) installer/prepare.py --build
	@$(PYTHON) installer/build.py $(BUILD)

package-test: prepare ## install, use, upgrade, remove and purge the .deb in a bare Debian (as root)
	@$(BIN)/python -m tests.packages dist/kaikuluukku_*.deb

windows-test: prepare ## build, install, use and remove the Windows package under wine (as root; slow)
	@nice $(BIN)/python -m tests.packages.wine

translations: prepare ## compile the translations anew
	@touch resources/translations/*.ts
	@$(PYTHON) installer/prepare.py

strings: prepare ## collect new texts into the translation files
	@for language in fi sv; do $(BIN)/pyside6-lupdate -silent -locations none -no-obsolete \
		$$(git ls-files 'desk_app/*.py') -source-language en -target-language $$language \
		-ts resources/translations/kaikuluukku_$$language.ts || exit; done
	@$(BIN)/pyside6-lupdate -silent -locations none -no-obsolete -pluralonly \
		$$(git ls-files 'desk_app/*.py') -source-language en -target-language en \
		-ts resources/translations/kaikuluukku_en.ts

audit: prepare ## look over licences, hashes and (ADVISORIES=FILE) known vulnerabilities of what is locked
	@$(BIN)/python -m installer.dependency_audit $(if $(ADVISORIES),--advisories $(ADVISORIES))

lock: prepare ## rewrite the lock files after a change in pyproject.toml
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement installer/requirements/uv.txt
	@$(BIN)/python installer/dependency_locks.py

upgrade: prepare ## rewrite the lock files with the latest releases
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement installer/requirements/uv.txt
	@$(BIN)/python installer/dependency_locks.py --upgrade

clean: ## remove what `make prepare` and the tests made; desk data is not touched
	@rm -rf .venv .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .schemathesis build dist
	@rm -f resources/translations/*.qm
