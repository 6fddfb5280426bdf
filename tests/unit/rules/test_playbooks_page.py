"""The page on playbooks says what the files say."""

import re
from pathlib import Path

import pytest

from graph_service.rules.enrichments import names
from graph_service.rules.playbook import Playbook
from graph_service.rules.stage import shipped_playbooks

PAGE = (Path(__file__).parents[3] / "docs" / "playbooks.md").read_text(encoding="utf-8")
ROWS = {row.split("|")[1].strip(): row for row in PAGE.splitlines() if row.startswith("| ")}


@pytest.mark.parametrize("playbook", shipped_playbooks(), ids=lambda one: one.name)
def test_every_shipped_playbook_is_on_the_page_with_its_cooldown(playbook: Playbook) -> None:
    rest = ROWS[playbook.name].split("|")[4].strip()
    assert rest == ("for good" if "ask" in playbook.identity else f"{playbook.cooldown.days} days")


def test_the_example_is_the_file_itself() -> None:
    block = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    (shown,) = [one for one in shipped_playbooks() if one.name == "Champion at risk"]
    assert shown.text.startswith(block[1])
    assert set(shown.watch) <= set(names())
