"""Playbook files: the shipped ones are sound, and what is wrong in one is named by file, line, key and remedy (A10)."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from graph_service.errors import PlaybookError
from graph_service.query.parse import parse
from graph_service.query.render import render
from graph_service.rules.enrichments import SHIPPED
from graph_service.rules.playbook import PLACEHOLDERS, Playbook, Span, parse_playbook
from graph_service.rules.stage import shipped_playbooks

REPOSITORY = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted([REPOSITORY / "README.md", *(REPOSITORY / "docs").rglob("*.md")])
FENCE = re.compile(r"^```ya?ml\n(.*?)^```", re.MULTILINE | re.DOTALL)
GOOD = """\
name: Strong ones cooling down
about: A good contact is fading.
target: contact
bucket: risk
watch: [account_rhythm]
when: contact where strength > 60 and silent for 30 days
identity: [contact]
action:
  title: "Call {contact}"
  suggestion: "Ask how things are going."
  due: 2 days
  reasons:
    - "Nothing since {last_inbound_on}."
"""


def documented() -> list[tuple[str, str]]:
    """Every playbook that the documents show, with the document's name."""
    blocks = [(path.name, block) for path in DOCUMENTS for block in FENCE.findall(path.read_text(encoding="utf-8"))]
    return [(name, block) for name, block in blocks if re.search(r"^when:", block, re.MULTILINE)]


@pytest.mark.parametrize("playbook", shipped_playbooks(), ids=lambda one: one.name)
def test_a_shipped_playbook_says_all_it_must(playbook: Playbook) -> None:
    raw = yaml.safe_load(playbook.text)
    assert playbook.about.endswith(".")
    assert playbook.known_gaps.strip()
    assert raw["identity"], "what an action is about is told, not guessed"
    assert set(playbook.watch) <= {one.name for one in SHIPPED}
    assert all(one.target == playbook.target for one in SHIPPED if one.name in playbook.watch)
    assert playbook.max_actions <= 200


@pytest.mark.parametrize("playbook", shipped_playbooks(), ids=lambda one: one.name)
def test_a_shipped_condition_is_read_back_as_it_is_written_out(playbook: Playbook) -> None:
    assert parse(render(playbook.when)) == playbook.when


@pytest.mark.parametrize("playbook", shipped_playbooks(), ids=lambda one: one.name)
def test_a_shipped_text_uses_known_names_only(playbook: Playbook) -> None:
    templates = (playbook.title, playbook.suggestion, *playbook.reasons)
    used = {name for template in templates for _, name, _, _ in Formatter().parse(template) if name}
    assert used
    assert used <= set(PLACEHOLDERS)
    assert all(template.format(**dict.fromkeys(PLACEHOLDERS, "x")) for template in templates)


def test_shipped_names_differ_and_all_three_kinds_of_trouble_are_there() -> None:
    names = [one.name for one in shipped_playbooks()]
    assert len(set(names)) == len(names) >= 3
    assert {one.target for one in shipped_playbooks()} >= {"account", "ask"}


def test_every_playbook_and_every_condition_in_the_documents_is_accepted() -> None:
    """Whole playbooks, and pieces that show a condition only."""
    for name, block in documented():
        raw = yaml.safe_load(block)
        assert parse_playbook(block, name).name if "name" in raw else parse(raw["when"]).target


def test_a_small_playbook_takes_sensible_defaults() -> None:
    playbook = parse_playbook(GOOD)
    assert (playbook.priority, playbook.change, playbook.max_actions) == ("normal", 0.1, 100)
    assert (playbook.cooldown, playbook.due) == (Span(30, business=False), Span(2, business=False))


WRONG = {
    "an unknown key": (("bucket: risk", "bukket: risk"), 4, "bukket", "did you mean 'bucket'?"),
    "an unknown key of the action": (("  suggestion:", "  sugestion:"), 10, "sugestion", "did you mean 'suggestion'?"),
    "a value that is not offered": (("bucket: risk", "bucket: danger"), 4, "bucket", "outreach"),
    "a number out of bounds": (("bucket: risk", "bucket: risk\nchange: 3"), 5, "change", "less than 1"),
    "a question that is none": (("strength > 60", "strenth > 60"), 6, "when", "strength"),
    "a question about something else": (("target: contact", "target: account"), 6, "when", "agree"),
    "an unknown enrichment": (("[account_rhythm]", "[account_rythm]"), 5, "watch", "account_rhythm"),
    "an identity that cannot be": (("identity: [contact]", "identity: [ask]"), 7, "identity", "account or contact"),
    "an unknown name in the title": (("{contact}", "{contcat}"), 9, "title", "{contact}"),
    "an unknown name in a reason": (("{last_inbound_on}", "{last_inbund_on}"), 12, "reasons", "{last_inbound_on}"),
    "an attribute instead of a name": (("{contact}", "{contact.name}"), 9, "title", "contact"),
    "a format of its own": (("{contact}", "{contact:>9}"), 9, "title", "contact"),
    "an open brace": (("{contact}", "{contact"), 9, "title", "write {name}"),
    "a length of time that is none": (("due: 2 days", "due: soon"), 11, "due", "3 business days"),
}


@pytest.mark.parametrize(("change", "line", "key", "hint"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_with_file_line_key_and_what_would_do(
    change: tuple[str, str], line: int, key: str, hint: str
) -> None:
    assert change[0] in GOOD
    with pytest.raises(PlaybookError) as caught:
        parse_playbook(GOOD.replace(*change, 1), "mine.yaml")
    error = caught.value
    assert error.message.startswith(f"mine.yaml, line {line}, key '{key}'")
    assert hint in error.message + error.hint
    assert error.exit_code == 2


@pytest.mark.parametrize("key", ["name", "about", "target", "bucket", "watch", "when", "identity"])
def test_a_key_that_must_be_there_is_missed_by_name(key: str) -> None:
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    with pytest.raises(PlaybookError, match=f"key '{key}'"):
        parse_playbook(text, "mine.yaml")


@pytest.mark.parametrize(
    ("text", "line"), [("name: [x", 1), ("- a\n- b\n", 1), ("", 1), ("just words", 1), ("name: x\n\tabout: y\n", 2)]
)
def test_what_is_no_mapping_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(PlaybookError, match=rf"mine\.yaml, line {line}"):
        parse_playbook(text, "mine.yaml")


def test_a_template_can_reach_nothing_but_the_given_names() -> None:
    """No attribute, no index, no conversion: a playbook is data, not code."""
    for trick in ("{contact.__class__}", "{contact[0]}", "{contact!r}", "{0}", "{}"):
        with pytest.raises(PlaybookError):
            parse_playbook(GOOD.replace("{contact}", trick), "mine.yaml")
