# syntax=docker/dockerfile:1
# One image for both shapes: all roles in one process with everything embedded, or one role a container (compose.yaml).
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv /venv
WORKDIR /build
COPY requirements.lock requirements-model.lock ./
# PyTorch's CPU build is only in its own index, so it is held by its version; everything else by hashes.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
RUN /venv/bin/pip install --quiet --index-url "$TORCH_INDEX" --no-deps torch==2.13.0 \
 && /venv/bin/pip install --quiet --no-deps --require-hashes --requirement requirements.lock \
 && /venv/bin/pip install --quiet --no-deps --require-hashes --requirement requirements-model.lock
COPY pyproject.toml README.md LICENSE* ./
COPY index index
COPY bot bot
RUN /venv/bin/pip install --quiet --no-deps .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --create-home sitrep
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 \
    SITREP_DATA_DIR=/data SITREP_LOG__FORMAT=json SITREP_MONITORING__LISTEN=127.0.0.1:8091
USER 10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8091/healthz', timeout=4)"]
ENTRYPOINT ["sitrep"]
CMD ["run"]
