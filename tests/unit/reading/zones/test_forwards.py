"""Forwarded and quoted mails give their own people, dates and subjects."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.zones.forwards import find_forwards
from graph_service.reading.zones.header_dates import parse_sent
from graph_service.reading.zones.mailboxes import Mailbox, read_mailbox, read_mailboxes

EVENING = datetime(2024, 5, 3, 18, 8)  # noqa: DTZ001 the headers give no zone
BELOW = "\n\nPlease answer.\n"

ADA = "Ada Lane <ada@north.example>"
TWO = "Bo Reed; Cy Dunn"
NOTES = "To: Bo Reed/LDN/ABC@ABC, Cy Dunn/LDN/ABC@ABC\ncc: Dee Fox/LDN/ABC@ABC \n"
ORIGINAL = "-----Original Message-----"
THREE_LINES = "To: Bo Reed <bo@s.example>, Cy Dunn <cy@s.example>\nCc: Dee Fox <dee@s.example>"
FORWARDED = "---------- Forwarded message ---------"
BLOCKS = [
    f"{ORIGINAL}\nFrom: {ADA}\nSent: Friday, May 3, 2024 6:08 PM\nTo: {TWO}\nCc: Dee Fox\nSubject: Plan",
    f"{FORWARDED}\nFrom: {ADA}\nDate: Fri, May 3, 2024 at 6:08 PM\nSubject: Plan\n{THREE_LINES}",
    f"Begin forwarded message:\n\nFrom: {ADA}\nSubject: Plan\nDate: 3 May 2024 at 18:08:00\n{THREE_LINES}",
    f"Von: {ADA}\nGesendet: Freitag, 3. Mai 2024 18:08\nAn: {TWO}\nCc: Dee Fox\nBetreff: Plan",
    f"De : {ADA}\nEnvoyé : vendredi 3 mai 2024 18:08\nÀ : {TWO}\nCc : Dee Fox\nObjet : Plan",
    f"Van: {ADA}\nVerzonden: vrijdag 3 mei 2024 18:08\nAan: {TWO}\nCC: Dee Fox\nOnderwerp: Plan",
    f"De: {ADA}\nEnviado: viernes, 3 de mayo de 2024 18:08\nPara: {TWO}\nCC: Dee Fox\nAsunto: Plan",
    f"Da: {ADA}\nInviato: venerdì 3 maggio 2024 18:08\nA: {TWO}\nCc: Dee Fox\nOggetto: Plan",
    f"Från: {ADA}\nSkickat: den 3 maj 2024 18:08\nTill: {TWO}\nKopia: Dee Fox\nÄmne: Plan",
    f"> *From:* {ADA}\n> *Sent:* 3 May 2024 18:08\n> *To:* {TWO}\n> *Cc:* Dee Fox\n> *Subject:* Plan",
    f"{ADA} on 05/03/2024 06:08:00 PM\n{NOTES}Subject: Plan",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_gives_sender_date_receivers_and_subject(block: str) -> None:
    text = f"See below.\n\n{block}{BELOW}"
    (found,) = find_forwards(text)
    assert (found.sender_name, found.sender_address) == ("Ada Lane", "ada@north.example")
    assert found.sent_at == EVENING
    assert [person.name for person in found.to] == ["Bo Reed", "Cy Dunn"]
    assert [person.name for person in found.cc] == ["Dee Fox"]
    assert found.subject == "Plan"
    assert text[found.body_start : found.end].strip() == "Please answer."


@pytest.mark.parametrize(
    "block",
    [
        "\tAda Lane@ABC\n\t05/03/2024 06:08 PM\n\t\t \n\t\t To: Bo Reed/LDN/ABC@ABC\n\t\t cc: \n\t\t Subject: Plan",
        "From: Ada Lane @ ABC  05/03/2024 06:08 PM\nTo: Bo Reed/LDN/ABC@ABC\ncc: \nSubject: Plan",
        "From: Ada Lane@ABC on 05/03/2024 06:08 PM\nSent by: Cy Dunn@ABC\nTo: Bo Reed/LDN/ABC@ABC\ncc: \nSubject: Plan",
        (
            "------------- Forwarded by Cy Dunn/LDN/ABC on 05/04/2024 08:46 \nAM ---------------------------\n\n"
            "Ada Lane\n05/03/2024 06:08 PM\nTo: Bo Reed/LDN/ABC@ABC\ncc: \nSubject: Plan"
        ),
        "Ada Lane\n03.05.2024 18:08           To: Bo Reed\n                      cc:\n                 Subject: Plan",
    ],
)
def test_a_notes_block_gives_the_sender_that_stands_above_or_beside_it(block: str) -> None:
    (found,) = find_forwards(f"See below.\n\n{block}{BELOW}")
    assert (found.sender_name, found.sent_at, found.subject) == ("Ada Lane", EVENING, "Plan")
    assert [person.name for person in found.to] == ["Bo Reed"]


def test_an_address_that_a_column_broke_is_joined() -> None:
    block = (
        "                    <ada.lane@nor        To:     <bo@south.example>\n"
        "                    th.example>          cc:\n                                         Subject:     Plan"
    )
    (found,) = find_forwards(f"See below.\n\n{block}{BELOW}")
    assert found.sender_address == "ada.lane@north.example"


@pytest.mark.parametrize(
    "line",
    [
        "On Fri, May 3, 2024 at 06:08 PM Ada Lane <ada@north.example> wrote:",
        "On Fri, May 3, 2024 at 06:08 PM Ada Lane\n<ada@north.example> wrote:",
        "Am 03.05.2024 um 18:08 schrieb Ada Lane <ada@north.example>:",
        "Le ven. 3 mai 2024 à 18:08, Ada Lane <ada@north.example> a écrit :",
        "Op vr 3 mei 2024 om 18:08 schreef Ada Lane <ada@north.example>:",
        "Den fre 3 maj 2024 kl 18:08 skrev Ada Lane <ada@north.example>:",
        "El vie, 3 may 2024 a las 18:08, Ada Lane (<ada@north.example>) escribió:",
        "Il giorno ven 3 mag 2024 alle ore 18:08 Ada Lane <ada@north.example> ha scritto:",
        '03.05.2024 18:08 пользователь "Ada Lane" <\nada@north.example> написал:',
    ],
)
def test_a_reply_header_in_one_line_gives_writer_and_date(line: str) -> None:
    (found,) = find_forwards(f"Yes.\n\n{line}\n> Does it work?\n")
    assert (found.sender_name, found.sender_address, found.sent_at) == ("Ada Lane", "ada@north.example", EVENING)
    assert found.kind == "quote"


def test_a_chain_gives_each_mail_with_its_own_words_outermost_first() -> None:
    text = f"See below.\n\n{BLOCKS[0]}\n\nFirst.\n\n{BLOCKS[3]}\n\nSecond.\n"
    first, second = find_forwards(text)
    assert text[first.body_start : first.end].strip() == "First."
    assert text[second.body_start : second.end].strip() == "Second."


def test_a_mail_without_others_in_it_gives_none() -> None:
    assert find_forwards("From: Monday on we use the new form.\nIt is shorter.\n\nDate: 3 May\n") == ()


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("Fri, 3 May 2024 18:08:00 +0200", datetime(2024, 5, 3, 18, 8, tzinfo=timezone(timedelta(hours=2)))),
        ("2024-05-03 18:08 GMT", datetime(2024, 5, 3, 18, 8, tzinfo=UTC)),
        ("Fri May 3 18:08:00 2024", EVENING),
        ("05/03/2024 06:08 PM", EVENING),
        ("03/05/2024 18:08", EVENING),
        ("3. Mai 2024 um 18.08 Uhr", EVENING),
        ("pátek 3. května 2024 18:08", EVENING),
        ("3 May", None),
        ("31 February 2024", None),
        ("May 45, 2024", None),
        ("some day in 2024", None),
        ("99/99/9999", None),
        ("", None),
    ],
)
def test_dates_are_read_whole_or_not_at_all(value: str, moment: datetime | None) -> None:
    assert parse_sent(value) == moment


def test_the_order_of_digits_can_be_told() -> None:
    assert parse_sent("05/03/2024 18:08", day_first=False) == EVENING
    assert parse_sent("03/05/2024 18:08", day_first=True) == EVENING


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("Ada Lane <Ada@North.example>", "Ada Lane", "ada@north.example"),
        ("Lane, Ada [mailto:ada@north.example]", "Ada Lane", "ada@north.example"),
        ("Ada Lane/LDN/ABC@ABC", "Ada Lane", ""),
        ("'ada@north.example'", "", "ada@north.example"),
        ("", "", ""),
    ],
)
def test_a_header_entry_gives_name_and_address(value: str, name: str, address: str) -> None:
    assert read_mailbox(value) == Mailbox(name, address)


def test_a_comma_in_a_name_parts_no_person() -> None:
    people = read_mailboxes("Lane, Ada <ada@north.example>, Reed, Bo <bo@south.example>, cy@south.example")
    assert [person.address for person in people] == ["ada@north.example", "bo@south.example", "cy@south.example"]
    assert [person.name for person in people] == ["Ada Lane", "Bo Reed", ""]


@given(st.text(max_size=500))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(0 <= one.start <= one.body_start <= one.end <= len(text) for one in find_forwards(text))
    parse_sent(text)
    read_mailboxes(text)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "part",
    ["From: a\nTo: b\nSubject: c\n\n", "On 1/1/2001 10:00 Ada <a@b.example> wrote:\n", "To: a, ", "<", "x:\n", "1 "],
)
def test_long_hostile_text_is_read_in_time(part: str) -> None:
    assert len(find_forwards((part * 100_000)[:100_000])) <= 200
