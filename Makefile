# `make site` and `make test` do all the set-up that they need, in .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# A real service for comments, which the tests talk to.
ISSO := tests/.isso/.ready
# What `make bench` measures: compare, finder, growth, importing, pages, reading, scale, preview, register, search,
# search_cost, search_slow, texts, deploy or lighthouse.
BENCH ?= compare
# What `make test-fast` runs: the lints, and tests that neither build a whole site nor start Node or a validator.
FAST := tests/domain tests/content/schema tests/content/yaml tests/content/checks tests/content/markdown tests/index \
	tests/report tests/site tests/test_architecture.py tests/test_hints.py tests/test_problems.py \
	$(addprefix --ignore=tests/,site/cms site/data site/test_skeleton.py content/markdown/test_shortcuts.py)

.PHONY: site serve dist test test-fast test-versions lint format bench bench-counter citations fuzz gallery keys clean

site: $(READY)
	$(BIN)/bantin build
	@echo "Open site/index.html in a browser."

serve: $(READY)
	$(BIN)/bantin serve

# The wheel and the source distribution of a release. The day of the commit makes their bytes the same each time.
dist: $(READY)
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m build --outdir dist .

# Every test; of the examples of property tests a quarter (`BANTIN_EXAMPLES=full make test`: all of them).
test: $(READY) $(ISSO)
	$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

# After each edit: what takes less than a minute, with a tenth of the examples.
test-fast: $(READY)
	BANTIN_EXAMPLES=fast $(BIN)/pytest --numprocesses auto --dist worksteal $(FAST) $(ARGS)

# The tests of what packages decide, with one set of them in an environment of its own: VERSIONS=lowest is what
# pyproject.toml allows, newest what the registry has, tested what constraints.txt names.
VERSIONS ?= lowest
AT := .venv-$(VERSIONS)
BOUNDARY := tests/test_sites.py tests/content/markdown tests/content/schema tests/render tests/cli/test_build.py \
	tests/importing/readers

test-versions:
	mkdir -p $(AT)
	@case $(VERSIONS) in \
		lowest) $(PYTHON) -m tests.lowest ;; \
		tested) cat constraints.txt ;; \
		newest) ;; \
		*) echo "VERSIONS is lowest, tested or newest" >&2; exit 2 ;; \
	esac >$(AT)/constraints.txt
	$(PYTHON) -m venv $(AT)
	$(AT)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade --upgrade-strategy eager \
		--constraint $(AT)/constraints.txt --editable ".[dev]"
	$(AT)/bin/python -m pytest --numprocesses auto --dist worksteal $(BOUNDARY) $(ARGS)

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python -m benchmarks.$(BENCH) $(ARGS)

# Precision and recall of the citations that are found, on annotated sentences.
citations: $(READY)
	$(BIN)/python -m benchmarks.citations $(ARGS)

bench-counter: $(READY)
	$(BIN)/python -m benchmarks.counter $(ARGS)
	$(BIN)/python -m benchmarks.counter_crash

fuzz: $(READY)
	$(BIN)/python -m tests.endurance.fuzz $(ARGS)

# walk-kill, walk-full and walk-warm: a build that is killed, or whose disk is full, at each write; edit after edit.
# walk-imports: imports of damaged sources.
walk-%: $(READY)
	$(BIN)/python -m tests.endurance.$* $(ARGS)

gallery: $(READY)
	$(BIN)/python -m docs.gallery

# The key tables of the guides, and the list of views.
keys: $(READY)
	$(BIN)/python -m docs.keys

$(ISSO): tests/isso.txt
	$(PYTHON) -m venv tests/.isso
	tests/.isso/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement tests/isso.txt
	@touch $@

clean:
	rm -rf .venv .venv-* tests/.isso .bantin .mypy_cache .pytest_cache .ruff_cache .hypothesis dist tests/node_modules
	find site -mindepth 1 -not -name .gitignore -delete

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Bantin needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@
