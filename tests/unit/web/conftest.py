"""Watches the fast executor at work."""

from typing import Any

import pytest

from graph_service.web import completion, executor


@pytest.fixture
def fast_reads(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Record what the fast loop completed."""
    done: list[Any] = []
    original = completion.fields_reader

    def recording(*given: Any) -> completion.ObjectReader:
        read = original(*given)

        def recorded(source: Any) -> dict[str, Any]:
            done.append(out := read(source))
            return out

        return recorded

    monkeypatch.setattr(executor, "fields_reader", recording)
    return done
