"""Two small pictures, kept as files: a change of how they look is seen in review.

To keep new ones after a wanted change, run this file with GRAPH_SERVICE_KEEP_PICTURES=1 in the environment.
"""

import os
from pathlib import Path

import pytest

from graph_service.app.drawing.health import draw_health
from graph_service.app.drawing.stakeholder_map import draw_map
from graph_service.app.drawing.trends import draw_trends
from tests.unit.app.drawing.sample_pictures import small_health, small_map, small_trends

FOLDER = Path(__file__).parent / "golden"
PICTURES = {"map": draw_map(small_map()), "trends": draw_trends(small_trends()), "health": draw_health(small_health())}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_picture_looks_as_it_was_kept(name: str) -> None:
    path = FOLDER / f"{name}.svg"
    if os.environ.get("GRAPH_SERVICE_KEEP_PICTURES"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(PICTURES[name], encoding="utf-8")
    assert PICTURES[name] == path.read_text(encoding="utf-8")
