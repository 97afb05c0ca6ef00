# make run: try Kansli on this machine. make test: everything that must hold before a change is merged.

PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: install run test browser javascript clean

install: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml
	@echo "Installing into .venv. The first time this takes a few minutes."
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
	@# The build tool is no part of the program: its version and hashes stand in the lock of the tests.
	sed -n '/^setuptools==/,/# via/p' requirements-test.lock > .venv/build.lock
	$(PIP) --require-hashes -r .venv/build.lock
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

run: install
	$(BIN)/kansli demo

.venv/.tested: .venv/.installed requirements-test.lock
	$(PIP) --require-hashes -r requirements-test.lock
	touch $@

# The page's tests need a Chromium; without one, and without the right to install it, they say that they are skipped.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
			&& apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
		|| echo "Chromium is missing and cannot be installed here: the browser tests will be skipped."

# Slack's own JavaScript client, for one more check of the local workspace; without it that test says that it is skipped.
javascript:
	cd tests/integration/local/javascript && npm install --no-package-lock --no-audit --no-fund

test: .venv/.tested browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --dist worksteal

clean:
	rm -rf .venv build *.egg-info
