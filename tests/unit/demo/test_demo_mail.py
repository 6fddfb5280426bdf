"""The demo's mailboxes: believable in number, rhythm and form, and the same every time (decision 24)."""

import ast
import csv
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import graph_service.demo
from graph_service.demo.accounts import ACCOUNTS
from graph_service.demo.hours import CLOSED, THIN, business_days_between, is_business_day
from graph_service.demo.letters import Mail, to_mbox
from graph_service.demo.team import NORA, TEAM
from graph_service.demo.workspace import FIRST_DAY, LAST_DAY, SEED, write_demo
from graph_service.errors import UsageError
from tests.unit.demo.mailboxes import Demo

PACKAGE = Path(graph_service.demo.__file__ or "").parent


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(demo: Demo, tmp_path: Path) -> None:
    write_demo(tmp_path / "again", SEED)
    write_demo(tmp_path / "other", SEED + 1)
    files = sorted(file.relative_to(demo.folder) for file in demo.folder.rglob("*") if file.is_file())
    assert [(demo.folder / file).read_bytes() for file in files] == [
        (tmp_path / "again" / file).read_bytes() for file in files
    ]
    assert (demo.folder / "mail/nora.whitcombe.mbox").read_bytes() != (
        tmp_path / "other/mail/nora.whitcombe.mbox"
    ).read_bytes()


def test_the_demo_has_the_size_of_a_small_firm(demo: Demo) -> None:
    assert (demo.summary.accounts, len(demo.boxes), demo.summary.last_day) == (25, 12, LAST_DAY)
    assert 3_000 <= demo.summary.mails <= 4_500
    assert demo.summary.mails == demo.truth["mails"] == len(demo.letters)
    assert demo.summary.copies == sum(map(len, demo.boxes.values())) <= 4_500
    assert demo.summary.people == sum(len(account.people) for account in ACCOUNTS) >= 80


def test_every_mail_is_well_formed_and_lies_in_the_mailboxes_of_all_of_us_who_take_part(demo: Demo) -> None:
    owners = {member.email.partition("@")[0]: member.email for member in TEAM}
    holders: dict[str, set[str]] = {}
    for box, letters in demo.boxes.items():
        for letter in letters:
            assert not letter.has_defects
            assert letter.subject
            assert letter.text.strip()
            holders.setdefault(letter.message_id, set()).add(owners[box])
    for letter in demo.letters.values():
        assert holders[letter.message_id] == {letter.sender, *letter.to, *letter.cc} & set(owners.values())
    assert any(len(boxes) > 1 for boxes in holders.values())


def test_every_address_is_of_an_invented_domain(demo: Demo) -> None:
    for letter in demo.letters.values():
        assert all(address.endswith(".example") for address in (letter.sender, *letter.to, *letter.cc))
    for file in demo.folder.rglob("*.csv"):
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
            assert row.get("Email", ".example").endswith(".example")
            assert row.get("Website", ".example").endswith(".example")


def test_people_write_on_business_days_in_office_hours_within_the_nine_months(demo: Demo) -> None:
    for letter in demo.humans:
        assert FIRST_DAY <= letter.sent.date() <= LAST_DAY
        assert is_business_day(letter.sent.date())
        assert 7 <= letter.sent.hour <= 16


def test_the_days_around_holidays_are_thin(demo: Demo) -> None:
    per_day = Counter(letter.sent.date() for letter in demo.humans)
    usual = sum(per_day.values()) / len(per_day)
    assert not [day for day in per_day if day in CLOSED]
    assert sum(per_day[day] for day in THIN) / len(THIN) < usual * 0.7


def test_nobody_writes_before_joining_after_leaving_or_while_away(demo: Demo) -> None:
    people = {person.email: person for person in (*TEAM, *(p for account in ACCOUNTS for p in account.people))}
    for letter in demo.humans:
        assert people[letter.sender].is_there(letter.sent.date()), (letter.sender, letter.sent)


def test_replies_quote_and_link_but_not_always(demo: Demo) -> None:
    replies = [letter for letter in demo.humans if letter.subject.startswith(("Re: ", "AW: "))]
    linked = [letter for letter in replies if "in-reply-to" in letter.headers]
    assert 0.03 < 1 - len(linked) / len(replies) < 0.2
    for letter in linked:
        parent = letter.headers["in-reply-to"]
        assert parent == letter.headers["references"].split()[-1]
        assert demo.letters[parent].sent < letter.sent
    assert any("\n> " in letter.text for letter in replies)
    assert any("-----Original Message-----" in letter.text for letter in replies)
    assert any("\n> " not in letter.text and "Original Message" not in letter.text for letter in replies)


@pytest.mark.parametrize("phrase", ["Mit freundlichen Grüßen", "Cordialement,", "vriendelijke groet,", "Kind regards,"])
def test_mail_comes_in_four_languages(demo: Demo, phrase: str) -> None:
    assert sum(phrase in letter.text for letter in demo.humans) >= 5


def test_the_mails_are_varied(demo: Demo) -> None:
    second_paragraphs = [letter.text.split("\n\n")[1] for letter in demo.humans if "\n\n" in letter.text]
    assert len(set(second_paragraphs)) > 0.55 * len(second_paragraphs)
    subjects = {letter.subject.removeprefix("Re: ").removeprefix("AW: ") for letter in demo.humans}
    assert len(subjects) > 700


def test_automatic_mail_says_so_in_its_headers(demo: Demo) -> None:
    automatic = {kind: [demo.letters[one] for one in ids] for kind, ids in demo.truth["automatic"].items()}
    assert len(automatic["auto_reply"]) >= 8
    assert len(automatic["newsletter"]) >= 50
    for letter in automatic["auto_reply"] + automatic["bounce"]:
        assert letter.headers["auto-submitted"] == "auto-replied"
    for letter in automatic["newsletter"]:
        assert letter.headers["list-unsubscribe"]
        assert "?" in letter.text


def test_only_the_first_line_of_a_mail_begins_with_from(demo: Demo) -> None:
    raw = b"".join(file.read_bytes() for file in (demo.folder / "mail").iterdir())
    assert sum(line.startswith(b"From ") for line in raw.splitlines()) == demo.summary.copies


def test_a_line_that_begins_with_from_is_quoted_in_the_mailbox() -> None:
    moment = datetime(2026, 6, 24, 8, 0, tzinfo=UTC)
    mail = Mail("<1@orlanda.example>", moment, NORA, (NORA,), (), "Test", "", "From here on\n>From there\n")
    assert b"\n\n>From here on\n>>From there\n" in to_mbox(mail)


def test_business_days_leave_out_weekends_and_holidays() -> None:
    assert business_days_between(date(2026, 6, 24), LAST_DAY) == 4
    assert business_days_between(date(2026, 4, 2), date(2026, 4, 7)) == 1


def test_a_folder_with_other_files_is_left_alone_and_an_earlier_demo_is_replaced(demo: Demo, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        write_demo(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["letters.txt"]
    (tmp_path / "letters.txt").unlink()
    (tmp_path / "mail").mkdir()
    assert write_demo(tmp_path).mails == write_demo(demo.folder).mails == demo.summary.mails


def test_the_generator_stands_on_the_standard_library_alone() -> None:
    for file in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                is_own = name.startswith(("graph_service.demo", "graph_service.errors", "graph_service.domain"))
                assert is_own or name.partition(".")[0] in sys.stdlib_module_names, (file.name, name)
