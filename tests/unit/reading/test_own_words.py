"""Own words: what others wrote, signatures and notices are cut; what the writer wrote stays."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.own_words import own_words

SHARED = Path(__file__).parents[3].parent / "shared" / "data"

ENGLISH_NOTICE = (
    "This message may hold confidential or privileged matter for its recipient alone. Any other person must not copy,"
    " disclose or use it, and is asked to notify us and delete it."
)
GERMAN_NOTICE = (
    "Vertraulich: Diese Nachricht ist für den genannten Empfänger bestimmt. Haben Sie sie"
    " irrtümlich erhalten, so sagen Sie es uns. Unbefugtes Kopieren ist verboten."
)
QUOTE_HEADERS = [
    "On Fri, May 3, 2024 at 06:08 PM Ada Lane <ada@north.example> wrote:",
    "On 3 May 2024, at 18:08, Ada Lane <ada@north.example> wrote:",
    "On Fri, May 3, 2024 at 06:08 PM Ada Lane\n<ada@north.example> wrote:",
    "Am 03.05.2024 um 18:08 schrieb Ada Lane <ada@north.example>:",
    "Le ven. 3 mai 2024 à 18:08, Ada Lane <ada@north.example> a écrit :",
    "Op vr 3 mei 2024 om 18:08 schreef Ada Lane <ada@north.example>:",
    "Den fre 3 maj 2024 kl 18:08 skrev Ada Lane <ada@north.example>:",
    "El vie, 3 may 2024 a las 18:08, Ada Lane (<ada@north.example>) escribió:",
    "Il giorno ven 3 mag 2024 alle ore 18:08 Ada Lane <ada@north.example> ha scritto:",
    "Dne 3. 5. 2024 v 18:08 Ada Lane napsal(a):",
    "2024-05-03 18:08 GMT+02:00 Ada Lane <ada@north.example>:",
    "Ada Lane wrote on 03/05/2024 18:08:",
    "Ada Lane <ada@north.example> writes:",
]
BLOCKS = [
    "Ada Lane\n07/05/2024 17:32           To: Bo Reed\n                      cc:\n                 Subject: AW: Plan",
    "-----Original Message-----\nFrom: Ada Lane\nSent: Friday, May 3, 2024\nTo: Bo\nSubject: Plan",
    "________________________________\nFrom: Ada Lane <ada@north.example>\nSent: 3 May 2024\nTo: Bo\nSubject: Plan",
    "Von: Ada Lane\nGesendet: Freitag, 3. Mai 2024\nAn: Bo\nBetreff: Plan",
    "De : Ada Lane\nEnvoyé : vendredi 3 mai 2024\nÀ : Bo\nObjet : Plan",
    "Van: Ada Lane\nVerzonden: vrijdag 3 mei 2024\nAan: Bo\nOnderwerp: Plan",
    "Från: Ada Lane\nSkickat: den 3 maj 2024\nTill: Bo\nÄmne: Plan",
    "*From:* Ada Lane\n*Date:* 3 May 2024\n*To:* Bo\n*Subject:* Plan",
    "---------- Forwarded message ---------\nFrom: Ada Lane\nDate: Fri, 3 May 2024\nSubject: Plan\nTo: Bo",
    "Begin forwarded message:\n\nFrom: Ada Lane\nSubject: Plan",
    "---------------------- Forwarded by Bo Reed/LDN/ABC on 10/18/99 08:46 \nAM ---------------------------",
    "\tAda Lane@ABC\n\t03/20/2001 10:45 AM\n\t\t \n\t\t To: Bo Reed/LDN/ABC@ABC\n\t\t cc: \n\t\t Subject: Plan",
    "Ada Lane\n03/20/2001 10:45 AM\nTo: Bo Reed/LDN/ABC@ABC, Cy Dunn/NA/F@F, \nDee Fox/NA/F@F\ncc: \nSubject: Plan",
    "  \n\tNorth Corp.\n\t\n\tFrom:  Ada Lane @ NORTH  12/07/2000 10:45 AM\n\t\n\nTo: Bo/HOU/E@E\ncc:  \nSubject: Plan",
    '"Ada Lane" <ada@north.example> on 05/08/2001 06:49:35 PM\nTo: "Bo" <bo@south.example>\ncc:  \n\nSubject: Plan',
]


@pytest.mark.parametrize("header", QUOTE_HEADERS)
def test_a_marked_quote_under_its_header_is_cut_in_many_languages(header: str) -> None:
    assert own_words(f"Yes, that works.\n\n{header}\n\n> Does it work?\n>\n> Ada\n") == "Yes, that works."


@pytest.mark.parametrize("header", QUOTE_HEADERS)
def test_an_unmarked_quote_under_its_header_is_cut_to_the_end(header: str) -> None:
    assert own_words(f"Yes, that works.\n\n{header}\n\nDoes it work?\n\nAda\n") == "Yes, that works."


@pytest.mark.parametrize("block", BLOCKS)
def test_forwarded_and_replied_blocks_are_cut(block: str) -> None:
    assert own_words(f"See below, what do we say?\n\n\n{block}\n\nPlease answer Ada.\n") == "See below, what do we say?"


@pytest.mark.parametrize("block", BLOCKS)
def test_a_pure_forward_has_no_own_words(block: str) -> None:
    assert own_words(f"{block}\n\nPlease answer Ada.\n") == ""


def test_a_bare_name_counts_as_quote_header_only_above_a_quote() -> None:
    assert own_words("Yes.\n\nAda Lane wrote:\n> Is it?\n\nBye") == "Yes.\n\nBye"
    assert own_words("As Ada wrote:\nplans change.") == "As Ada wrote:\nplans change."


def test_a_long_hostile_line_is_read_quickly_enough_to_end() -> None:
    text = "\n".join(["@" * 399 + ":", "a@" * 150 + " wrote" * 10 + ":", "On 1 wrote " * 30 + ":"] * 50)
    assert own_words(text + "\n\nMine.") is not None


def test_answers_between_and_below_quotes_are_kept() -> None:
    text = "Hi Ada,\n\n> When do we start?\n\nOn Monday.\n\n> Who comes?\n> And why?\n\nBo and I.\n\nBo"
    assert own_words(text) == "Hi Ada,\n\nOn Monday.\n\nBo and I.\n\nBo"


def test_bottom_posting_is_kept() -> None:
    text = "On Fri, May 3, 2024 at 06:08 PM Ada Lane <ada@north.example> wrote:\n> Does it work?\n\nYes, it does."
    assert own_words(text) == "Yes, it does."


def test_answers_in_a_marked_outlook_express_quote_are_kept() -> None:
    text = (
        "----- Original Message -----\nFrom: Ada\nTo: Bo\nSent: Friday\nSubject: Plan\n\n"
        "> When do we start?\n\nOn Monday.\n\n> Who comes?\n\nAll."
    )
    assert own_words(text) == "On Monday.\n\nAll."


@pytest.mark.parametrize(
    "ending",
    [
        "-- \nAda Lane\nHead of Plans\nwww.north.example",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Confidentiality notice: privileged, for the named recipient.",
        ENGLISH_NOTICE,
        GERMAN_NOTICE,
        "_______________________________________________\nPlanners mailing list\nhttps://lists.example/listinfo/planners",
        "Ada Lane\nHead of Plans\nNorth Inc.\nT +44 113 4960 1234",
        "North Ltd. Registered office: 1 High Street, Leeds. Company number 123456.",
        "Please consider the environment before printing this mail.",
        "*** Visit us at the spring fair ***",
        "Diese E-Mail ist nur für den Adressaten bestimmt. Sie kann vertrauliche Angaben enthalten.",
    ],
)
def test_what_closes_a_mail_is_cut(ending: str) -> None:
    assert own_words(f"We start on Monday.\n\n{ending}\n") == "We start on Monday."


def test_the_closing_formula_stays_and_the_name_block_goes() -> None:
    text = "We start on Monday.\n\nKind regards,\n\nAda Lane\nHead of Plans\nNorth Ltd\nT +44 113 4960 1234"
    assert own_words(text) == "We start on Monday.\n\nKind regards,"


def test_a_postscript_after_the_name_is_kept() -> None:
    text = "We start on Monday.\n\nThanks,\nAda\n\nPS: Could you bring the keys?"
    assert own_words(text).endswith("PS: Could you bring the keys?")


@pytest.mark.parametrize(
    "text",
    [
        "To: everyone who asked, the date is fixed.\n\nWe start on Monday.",
        "From: Monday on we use the new form.\nIt is shorter.",
        "The agenda:\n- start\n- end\n\nOn Monday Ada wrote a note.",
        "He said it is confidential. We told nobody.",
        "Date: 3 May\nPlace: Leeds",
    ],
)
def test_own_lines_that_look_like_headers_are_kept(text: str) -> None:
    assert own_words(text) == text


@given(st.text(max_size=400))
def test_any_text_is_read_without_error_and_twice_is_once(text: str) -> None:
    own = own_words(text)
    assert own == own.strip()


@given(st.lists(st.text(alphabet="abc de", min_size=1, max_size=30), min_size=1, max_size=5), st.sampled_from(BLOCKS))
def test_nothing_below_a_forward_mark_survives(lines: list[str], block: str) -> None:
    below = "\n".join(f"zz{line}" for line in lines)
    assert "zz" not in own_words(f"Mine.\n\n{block}\n\n{below}")


@pytest.mark.skipif(not (SHARED / "enron_mail").is_dir(), reason="the evaluation data is not here")
def test_no_forward_mark_is_left_in_the_own_words_of_real_mails() -> None:
    with gzip.open(SHARED / "enron_mail" / "emails.jsonl.gz", "rt", encoding="utf-8") as lines:
        bodies = [json.loads(line)["raw"].partition("\n\n")[2] for line in lines]
    left = [body for body in bodies if "Forwarded by" in own_words(body) or "Original Message---" in own_words(body)]
    assert len(left) <= len(bodies) // 100
