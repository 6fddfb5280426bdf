"""The demo's mailboxes: believable in number, rhythm and form, and the same every time (decision 24)."""

import ast
import sys
from collections import Counter
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path

import pytest
from conftest import Demo

import graph_service.demo
from graph_service.demo.accounts import ACCOUNTS
from graph_service.demo.hours import CLOSED, THIN, business_days_between, is_business_day
from graph_service.demo.team import TEAM
from graph_service.demo.workspace import FIRST_DAY, LAST_DAY, SEED, write_demo
from graph_service.errors import UsageError

PACKAGE = Path(graph_service.demo.__file__ or "").parent


def addresses(mail: EmailMessage) -> list[str]:
    return [address for name in ("from", "to", "cc") for _, address in getaddresses(map(str, mail.get_all(name, [])))]


def sent(mail: EmailMessage) -> datetime:
    moment = mail["date"].datetime
    assert isinstance(moment, datetime)
    return moment


def humans(demo: Demo) -> list[EmailMessage]:
    machines = {message_id for ids in demo.truth["automatic"].values() for message_id in ids}
    return [mail for message_id, mail in demo.mails().items() if message_id not in machines]


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
    assert demo.summary.mails == demo.truth["mails"] == len(demo.mails())
    assert demo.summary.copies == sum(map(len, demo.boxes.values())) <= 4_500
    assert demo.summary.people == sum(len(account.people) for account in ACCOUNTS) >= 80


def test_every_mail_is_well_formed_and_lies_in_the_mailboxes_of_all_of_us_who_take_part(demo: Demo) -> None:
    owners = {member.email.partition("@")[0]: member.email for member in TEAM}
    holders: dict[str, set[str]] = {}
    for box, mails in demo.boxes.items():
        for mail in mails:
            assert not mail.defects
            assert mail["subject"]
            assert mail.get_content().strip()
            holders.setdefault(str(mail["message-id"]), set()).add(owners[box])
    for message_id, mail in demo.mails().items():
        assert holders[message_id] == set(addresses(mail)) & set(owners.values())
    assert any(len(boxes) > 1 for boxes in holders.values())


def test_every_address_is_of_an_invented_domain(demo: Demo) -> None:
    for mail in demo.mails().values():
        assert all(address.endswith(".example") for address in addresses(mail))
    for file in demo.folder.rglob("*.csv"):
        text = file.read_text(encoding="utf-8")
        assert text.count("@") == text.count(".example") - text.count("https://")


def test_people_write_on_business_days_in_office_hours_within_the_nine_months(demo: Demo) -> None:
    for mail in humans(demo):
        moment = sent(mail).astimezone(UTC)
        assert FIRST_DAY <= moment.date() <= LAST_DAY
        assert is_business_day(moment.date())
        assert 7 <= moment.hour <= 16


def test_the_days_around_holidays_are_thin(demo: Demo) -> None:
    per_day = Counter(sent(mail).date() for mail in humans(demo))
    usual = sum(per_day.values()) / len(per_day)
    assert not [day for day in per_day if day in CLOSED]
    assert sum(per_day[day] for day in THIN) / len(THIN) < usual * 0.7


def test_nobody_writes_before_joining_after_leaving_or_while_away(demo: Demo) -> None:
    people = {person.email: person for person in (*TEAM, *(p for account in ACCOUNTS for p in account.people))}
    for mail in humans(demo):
        writer = people[addresses(mail)[0]]
        assert writer.is_there(sent(mail).astimezone(UTC).date()), (writer.email, mail["date"])


def test_replies_quote_and_link_but_not_always(demo: Demo) -> None:
    replies = [mail for mail in humans(demo) if str(mail["subject"]).startswith(("Re: ", "AW: "))]
    linked = [mail for mail in replies if mail["in-reply-to"]]
    assert 0.03 < 1 - len(linked) / len(replies) < 0.2
    known = demo.mails()
    for mail in linked:
        assert str(mail["in-reply-to"]) == str(mail["references"]).split()[-1]
        assert sent(known[str(mail["in-reply-to"])]) < sent(mail)
    bodies = [mail.get_content() for mail in replies]
    assert any("\n> " in body for body in bodies)
    assert any("-----Original Message-----" in body for body in bodies)
    assert any("wrote:" not in body and "\n> " not in body and "Original Message" not in body for body in bodies)


@pytest.mark.parametrize("phrase", ["Mit freundlichen Grüßen", "Cordialement,", "vriendelijke groet,", "Kind regards,"])
def test_mail_comes_in_four_languages(demo: Demo, phrase: str) -> None:
    assert sum(phrase in mail.get_content() for mail in demo.mails().values()) >= 5


def test_the_mails_are_varied(demo: Demo) -> None:
    first_lines = [mail.get_content().split("\n\n")[1] for mail in humans(demo) if mail.get_content().count("\n\n") > 1]
    assert len(set(first_lines)) > 0.6 * len(first_lines)
    subjects = {str(mail["subject"]).removeprefix("Re: ").removeprefix("AW: ") for mail in humans(demo)}
    assert len(subjects) > 700


def test_automatic_mail_says_so_in_its_headers(demo: Demo) -> None:
    known, automatic = demo.mails(), demo.truth["automatic"]
    assert len(automatic["auto_reply"]) >= 8
    assert len(automatic["newsletter"]) >= 50
    assert all(known[one]["auto-submitted"] for kind in ("auto_reply", "bounce") for one in automatic[kind])
    assert all(known[one]["list-unsubscribe"] and "?" in known[one].get_content() for one in automatic["newsletter"])


def test_a_from_at_the_start_of_a_line_does_not_split_a_mail(demo: Demo) -> None:
    raw = b"".join(file.read_bytes() for file in (demo.folder / "mail").iterdir())
    assert raw.count(b"\nMessage-ID: ") - raw.count(b"\n\nMessage-ID: ") >= demo.summary.copies
    assert sum(line.startswith(b"From ") for line in raw.splitlines()) == demo.summary.copies


def test_business_days_leave_out_weekends_and_holidays() -> None:
    assert business_days_between(date(2026, 6, 24), LAST_DAY) == 4
    assert business_days_between(date(2026, 4, 2), date(2026, 4, 7)) == 1


def test_a_folder_with_other_files_is_left_alone_and_an_earlier_demo_is_replaced(demo: Demo, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        write_demo(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["letters.txt"]
    assert write_demo(demo.folder).mails == demo.summary.mails


def test_the_generator_stands_on_the_standard_library_alone() -> None:
    for file in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                is_own = name.startswith(("graph_service.demo", "graph_service.errors", "graph_service.domain"))
                assert is_own or name.partition(".")[0] in sys.stdlib_module_names, (file.name, name)
