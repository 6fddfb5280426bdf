"""The demo, written once for all tests of this folder."""

import json

import pytest

from graph_service.demo.workspace import write_demo
from tests.unit.demo.mailboxes import Demo, read_box


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    summary = write_demo(folder)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    boxes = {file.stem: read_box(file) for file in sorted((folder / "mail").iterdir())}
    return Demo(folder, summary, truth, boxes, {one.message_id: one for box in boxes.values() for one in box})
