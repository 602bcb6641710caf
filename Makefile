# The same commands here and in CI. Everything lands in .venv; `make clean` takes it away again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run workbench test check format lint types imports pytest zones eval eval-safety bench fuzz bench-broadcast bench-understanding fit pack lock clean

run: $(VENV)/.served
	$(BIN)/handwijzer run

# The page on which editors make, try and save changes.
workbench: $(VENV)/.served
	$(BIN)/handwijzer workbench

test: lint types imports check pytest

lint: $(VENV)/.ready
	$(BIN)/ruff format --check bot tests tools eval bench
	$(BIN)/ruff check bot tests tools eval bench

types: $(VENV)/.ready
	$(BIN)/mypy

imports: $(VENV)/.ready
	$(BIN)/lint-imports

check: $(VENV)/.ready
	$(BIN)/handwijzer check

pytest: $(VENV)/.ready
	$(BIN)/python -m pytest

# What is on when must not depend on where the machine stands: the same tests on three clocks.
ZONES := UTC Pacific/Auckland America/Los_Angeles
TIMED := tests/core/calendar tests/core/days tests/core/schedules tests/core/changes \
	tests/core/programme tests/core/talk tests/exchange tests/commands tests/test_conversations.py

zones: $(VENV)/.ready
	for zone in $(ZONES); do TZ=$$zone $(BIN)/python -m pytest -q $(TIMED) || exit 1; done

format: $(VENV)/.ready
	$(BIN)/ruff format bot tests tools eval bench
	$(BIN)/ruff check --fix bot tests tools eval bench

# Accuracy on the development sets in eval/.
eval: $(VENV)/.ready
	$(BIN)/python -m eval.understanding
	$(BIN)/python -m eval.slots
	$(BIN)/python -m eval.safety
	$(BIN)/python -m eval.changes
	$(BIN)/python -m eval.schedules

eval-safety: $(VENV)/.ready
	$(BIN)/python -m eval.safety

# Works out the shipped weights again, after examples or words have changed.
fit: $(VENV)/.ready
	$(BIN)/handwijzer fit

# Packs what the files read as, after only the program has changed: without it a start reads all.
pack: $(VENV)/.ready
	$(BIN)/handwijzer fit --parts

bench: $(VENV)/.ready
	$(BIN)/python -m bench

# One message to 10,000 while much goes wrong, and the fan-out of one to 100,000; about ten minutes.
bench-broadcast: $(VENV)/.ready
	$(BIN)/python -m bench.broadcast

# Ten minutes of property tests with ever other examples; `make test` does a fixed number.
fuzz: $(VENV)/.ready
	$(BIN)/python tools/fuzz.py $(SECONDS_OF_FUZZ)

# Understanding beside other ways to match a message; installs those under build/peers.
bench-understanding: $(VENV)/.ready
	$(BIN)/python -m bench.understanding $(FILES)

# Writes the locked dependencies again from pyproject.toml, with hashes and without addresses.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv
	build/lock/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet -o requirements.lock
	build/lock/bin/uv pip compile pyproject.toml --group dev --universal --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet -o requirements-dev.lock

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# What serving needs, and no more.
$(VENV)/.served: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# What developing and testing need besides.
$(VENV)/.ready: requirements-dev.lock $(VENV)/.served
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
