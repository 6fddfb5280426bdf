"""Zones: complete, in order, and each kind where it belongs, in several languages and mail programs."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.reading_zones import measure
from graph_service.reading.own_words import own_words
from graph_service.reading.zones.zones import KINDS, find_zones
from tests.unit.reading.test_own_words import BLOCKS, QUOTE_HEADERS

SHARED = Path(__file__).parents[4].parent / "shared" / "data"

MAIL = (
    "Hi Bo,\r\n\r\nWe start on Monday.\r\n\r\nKind regards,\r\n\r\nAda Lane\r\nHead of Plans\r\nNorth Ltd\r\n"
    "T +44 113 4960 1234\r\n\r\nSent from my iPhone\r\n\r\n"
    "On Fri, May 3, 2024 at 06:08 PM Bo Reed <bo@south.example> wrote:\r\n> When?\r\n"
)


def kinds_of(text: str, sender: str = "") -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end].strip()) for zone in find_zones(text, sender)]


def signed(text: str, sender: str = "") -> str:
    return "|".join(words for kind, words in kinds_of(text, sender) if kind in ("signature", "signoff"))


def test_every_kind_of_zone_is_found_in_its_place_with_windows_line_ends() -> None:
    found = kinds_of(MAIL)
    assert [kind for kind, _ in found] == ["greeting", "body", "signoff", "signature", "device", "quote"]
    assert found[3][1].replace("\r", "") == "Ada Lane\nHead of Plans\nNorth Ltd\nT +44 113 4960 1234"
    assert found[5][1].startswith("On Fri")
    assert found[5][1].endswith("When?")


@given(st.text(max_size=600), st.text(max_size=40))
def test_zones_cover_any_text_without_gap_or_overlap(text: str, sender: str) -> None:
    zones = find_zones(text, sender)
    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert all(before.end == after.start and before.kind != after.kind for before, after in pairwise(zones))
    assert all(zone.kind in KINDS and zone.start < zone.end for zone in zones)


@given(st.lists(st.sampled_from([*MAIL.split("\r\n"), *BLOCKS, *QUOTE_HEADERS, "-- ", "> a", "PS: b"]), max_size=12))
def test_zones_cover_any_mixture_of_mail_lines(parts: list[str]) -> None:
    text = "\n".join(parts)
    zones = find_zones(text)
    assert "".join(text[zone.start : zone.end] for zone in zones) == text


@pytest.mark.parametrize("block", BLOCKS)
def test_what_stands_below_own_words_and_a_header_block_is_repeated(block: str) -> None:
    kinds = {
        kind for kind, words in kinds_of(f"See below, what do we say?\n\n{block}\n\nPlease answer Ada.\n") if words
    }
    assert kinds in ({"body", "quote"}, {"body", "forward"})


@pytest.mark.parametrize(
    "mark", ["---------- Forwarded message ---------", "-------- Weitergeleitete Nachricht --------"]
)
def test_a_mail_that_was_passed_on_is_a_forward(mark: str) -> None:
    text = f"See below.\n\n{mark}\nFrom: Ada Lane <ada@north.example>\nDate: 3 May 2024\nSubject: Plan\n\nHello\n"
    assert kinds_of(text)[-1][0] == "forward"


def test_a_header_block_without_own_words_is_a_forward() -> None:
    text = "-----Original Message-----\nFrom: Ada Lane\nSent: Friday, May 3, 2024\nTo: Bo\nSubject: Plan\n\nHello\n"
    assert [kind for kind, _ in kinds_of(text)] == ["forward"]


@pytest.mark.parametrize(
    "header",
    [
        "Dari: Ada Lane <ada@north.example>\nKepada: Bo\nTerkirim: Kam, 27 Mei 2010\nJudul: Plan",
        "От: Ada Lane <ada@north.example>\nДата: 3.05.2024\nКому: Bo\nТема: Plan",
        "Lähettäjä: Ada Lane\nLähetetty: 3. toukokuuta 2024\nVastaanottaja: Bo\nAihe: Plan",
        "发件人: Ada Lane\n发送时间: 2024-05-03 10:00\n收件人: Bo\n主题: Plan",
    ],
)
def test_header_blocks_of_further_languages_are_repeated(header: str) -> None:
    assert own_words(f"Yes.\n\n{header}\n\nHello\n") == "Yes."


def test_the_rest_of_a_quoted_line_that_the_program_wrapped_is_quoted() -> None:
    long = "> " + "word " * 13
    text = f"{long}\nand the rest\n> more\n\nMine.\n"
    assert own_words(text) == "Mine."


def test_own_words_before_a_wrapped_reply_header_stay() -> None:
    text = (
        'I shall look when I\nget back.\nOn Dec 8, 2013 2:10 PM, "Ada Lane" <ada@north.example> wrote:\n\nIt broke.\n'
    )
    assert own_words(text) == "I shall look when I\nget back."


def test_a_table_is_no_quote() -> None:
    text = "The numbers:\n| a | b |\n| 1 | 2 |\nGood?"
    assert own_words(text) == text


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        ("Thanks,\nAda", "Thanks,|Ada"),
        ("Thanks, Ada", "Thanks, Ada"),
        ("Ada", "Ada"),
        ("- Ada Lane", "- Ada Lane"),
        ("AL", "AL"),
        ("Ada Lane - 212-555-0134", "Ada Lane - 212-555-0134"),
        ("Many thanks for your help,\nAda Lane", "Many thanks for your help,|Ada Lane"),
        ("Mit freundlichen Grüßen\nAda Lane", "Mit freundlichen Grüßen|Ada Lane"),
        ("Bien cordialement,\nAda Lane", "Bien cordialement,|Ada Lane"),
        ("Un saludo,\nAda", "Un saludo,|Ada"),
        ("Cordiali saluti\nAda Lane", "Cordiali saluti|Ada Lane"),
        ("Met vriendelijke groet,\nAda Lane", "Met vriendelijke groet,|Ada Lane"),
        ("Med vänlig hälsning\nAda Lane", "Med vänlig hälsning|Ada Lane"),
        ("Pozdrawiam,\nAda", "Pozdrawiam,|Ada"),
        ("Ada Lane\nHead of Plans\nNorth Ltd", "Ada Lane\nHead of Plans\nNorth Ltd"),
        (
            "-- \nAda Lane\n\nNever stop planning, says the plan.",
            "-- \nAda Lane\n\nNever stop planning, says the plan.",
        ),
    ],
)
def test_a_signature_is_found_with_and_without_dashes(ending: str, found: str) -> None:
    assert signed(f"Dear Bo,\n\nwe start on Monday, as we said.\n\n{ending}\n") == found


def test_the_senders_own_name_is_the_strongest_sign() -> None:
    text = "we start on monday\nada\n"
    assert signed(text) == ""
    assert signed(text, "Ada Lane <ada@north.example>") == "ada"


def test_a_name_and_text_below_it_leave_the_text_own() -> None:
    text = "We start on Monday.\n\nThanks,\nAda\n\nPS: Could you bring the keys, both of them?\n"
    assert signed(text) == "Thanks,|Ada"
    assert kinds_of(text)[-1][0] == "body"


@pytest.mark.parametrize(
    "text",
    [
        "We need:\n- apples\n- pears\n\nCan you buy them today?",
        "The people:\nAda Lane 212-555-0134\nBo Reed 212-555-0135\nCy Dunn 212-555-0136",
        "Ada Lane changed:\n\nStatus: open\nOwner: Bo Reed\nVersion: 10.2.3.0",
        "Please read the report.\n\nTotal",
        "The order is\n\nMonday\nTuesday",
        "See http://north.example/plan for the plan.",
        "int main() {\n  return 0;\n}",
    ],
)
def test_no_signature_is_invented(text: str) -> None:
    assert signed(text) == ""


@pytest.mark.parametrize(
    "footer",
    [
        "_______________________________________________\nPlanners mailing list\nhttps://lists.example/listinfo/planners",
        "-- \nTo unsubscribe, write to leave@lists.example",
        "-- \nPara cancelar su inscripción a la lista de correo: http://lists.example/x",
        "--------------------------------------------------\nFree plans for all! http://ads.example/1",
        "Confidentiality notice: privileged, for the named recipient.",
    ],
)
def test_what_lists_and_lawyers_add_is_no_signature(footer: str) -> None:
    found = kinds_of(f"We start on Monday.\n\nThanks,\nAda\n\n{footer}\n")
    assert found[-1][0] == "disclaimer"
    assert signed(f"We start on Monday.\n\n{footer}\n") == ""


def test_a_version_below_dashes_is_what_a_program_added() -> None:
    assert kinds_of("The patch.\n\n-- \n2.39.1\n")[-1][0] == "device"


def test_a_sentence_that_begins_like_a_device_line_is_own() -> None:
    text = "Here it is.\n\nSent from my desk, which is much easier than my mobile phone."
    assert own_words(text) == text


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "part",
    [
        "a",
        " ",
        "> ",
        "From: a\nTo: b\nSubject: c\n\n",
        "--\n",
        "1 ",
        "On 1 wrote:\n",
        "Thanks,\nAda\n",
        "\r",
        "x:\n",
        "|",
        "confidential recipient ",
        "-----Original Message-----\n",
        "Ada Lane <",
        "> a\nb\n> c\n",
        "To: a, ",
        "best ",
    ],
)
def test_long_hostile_text_is_read_in_time(part: str) -> None:
    text = (part * 100_000)[:100_000] + "\n\nThanks,\nAda Lane\nHead of Plans\n"
    assert find_zones(text, "Ada Lane")[-1].end == len(text)


@pytest.mark.skipif(not (SHARED / "signatures").is_dir(), reason="the evaluation data is not here")
def test_the_bars_hold_on_the_part_that_is_only_reported() -> None:
    rows = [row for row in measure(SHARED) if row["part"] == "reporting" and row["bar"] is not None]
    assert len(rows) == 7
    assert [row for row in rows if row["value"] < row["bar"]] == []
