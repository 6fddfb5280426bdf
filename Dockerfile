# The service alone; Neo4j is a container of its own (docker-compose.yml).
FROM python:3.13-slim AS build
WORKDIR /build
RUN python -m venv /app/venv
COPY requirements/runtime.txt requirements/
RUN /app/venv/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE ./
COPY requirements/runtime.in requirements/
COPY tools/hatch_dependencies.py tools/
COPY cypher cypher
COPY graph_service graph_service
RUN /app/venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home --home-dir /data graph-service
COPY --from=build /app/venv /app/venv
ENV PATH=/app/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    GRAPH_SERVICE_DATA_DIR=/data \
    GRAPH_SERVICE_CACHE_DIR=/tmp/graph-service
USER 10001
WORKDIR /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/livez', timeout=2)"]
CMD ["graph-service", "serve", "--host", "0.0.0.0", "--port", "8000"]
