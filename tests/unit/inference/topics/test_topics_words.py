"""Words, concepts, names of a kind, wishes and changes: what the matching reads in a text."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.topics.concepts import concepts_in, is_broad, is_object, lexicon
from graph_service.inference.topics.shipped import Nature, change_of
from graph_service.inference.topics.space import EMPTY, blend, cosine, fit, place
from graph_service.inference.topics.specifics import clash, hinted_by, named_in
from graph_service.inference.topics.wishes import wish_in
from graph_service.inference.topics.words import content, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("export", "exports"), ("merge", "merging"), ("currency", "currencies"), ("plan", "planned"), ("copy", "copied"),
     ("notify", "notifies"), ("box", "boxes"), ("write", "wrote")],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_of_asking_mean_nothing() -> None:
    assert content("Could you please add a dark mode? It would be great!") == ["dark", stem("mode")]


def test_concepts_are_found_in_other_words_and_apart_from_each_other() -> None:
    assert "single_sign_on" in concepts_in("May we use Okta?")
    assert "bulk_edit" in concepts_in("I have to cancel forty bookings one by one.")
    assert concepts_in("See you on Monday.") == {}


def test_own_features_are_broad() -> None:
    (name,) = concepts_in("The scorecards, please.", ("scorecards",))
    assert is_broad(name)
    assert not is_object(name)


def test_one_weak_sign_is_half_a_concept() -> None:
    weak = [term for terms in lexicon().terms.values() for term in terms if term.weight < 1]
    assert weak
    assert all(0 < one.sure <= 1 for one in concepts_in("Could a booking be duplicated?").values())


def test_every_term_of_the_lexicon_is_found_as_it_is_written() -> None:
    lines = files("graph_service.inference.topics").joinpath("concepts.txt").read_text("utf-8").splitlines()
    for line in lines:
        name, colon, terms = line.partition(":")
        for term in terms.split(";") if colon and not line.startswith("#") else ():
            assert name.lstrip("~-") in concepts_in(term.replace(" + ", " ").replace("?", "")), (name, term)


def test_a_code_at_sign_in_is_no_at_sign_and_nothing_is_no_note() -> None:
    assert "mentions" not in concepts_in("Second factor at sign-in: a code from an app.")
    assert "mentions" in concepts_in("Could we call a colleague by the @ sign?")
    assert not {"mentions", "single_sign_on"} & set(concepts_in("They do not accept a password on its own."))


def test_names_of_a_kind_clash_only_without_a_common_one() -> None:
    slack, teams = named_in("to Slack"), named_in("to Microsoft Teams")
    assert clash(slack, teams)
    assert not clash(slack, named_in("to Slack or Microsoft Teams"))
    assert not clash(slack, named_in("to any chat"))
    assert hinted_by("in Polish") == {"languages"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Thanks for the undo.", ""),
        ("The undo works fine, but we miss a redo.", "we miss a redo"),
        ("We do not need an undo.", ""),
        ("How long do you keep backups?", ""),
        ("Hello all, as said on the phone: we miss a redo.", "we miss a redo"),
        ("One wish from our side: an undo.", "an undo"),
        ("A digest instead of single mails would help.", "a digest would help"),
    ],
)
def test_only_what_is_still_wanted_is_left(text: str, left: str) -> None:
    assert " ".join(wish_in(text).text.split()) == left


def test_a_fault_without_a_wish_is_a_fault() -> None:
    assert wish_in("The export fails since Monday.").is_fault
    assert not wish_in("The export fails offline, could it wait?").is_fault


@pytest.mark.parametrize(
    ("item", "nature"),
    [
        ("You can now export lists.", Nature.NEW),
        ("Added: an undo.", Nature.NEW),
        ("Fixed a case in which mails were sent twice.", Nature.REPAIR),
        ("The rounding was corrected.", Nature.REPAIR),
        ("Renamed the menu.", Nature.NONE),
        ("The old page will be removed.", Nature.NONE),
        ("SAML is coming soon.", Nature.NONE),
    ],
)
def test_a_change_is_new_or_a_repair_or_nothing_to_wait_for(item: str, nature: Nature) -> None:
    assert change_of(item).nature is nature


def test_a_place_has_length_one_and_is_nearest_to_itself() -> None:
    texts = [f"A {word} report for room {n}" for n in range(120) for word in ("short", "weekly", "printed")]
    latent = fit(texts)
    assert latent.basis is not None
    for model in (EMPTY, fit(texts[:20]), latent):
        at = place("A weekly report for room 7", model)
        assert cosine(at, at) == pytest.approx(1.0, abs=0.02)
        assert cosine(at, place("Dark mode", model)) < 0.3
        assert cosine(blend(at, at, 0.5), at) == pytest.approx(cosine(at, at))


def test_a_model_is_the_same_for_any_order_of_texts() -> None:
    texts = ["one export", "two reports", "three plans"]
    assert fit(texts) == fit([*reversed(texts), texts[0]])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text: str) -> None:
    stems(text)
    assert all(0 < one.sure <= 1 for one in concepts_in(text, (text,)).values())
    assert change_of(text).nature in Nature
    assert isinstance(wish_in(text).text, str)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["x", "is ", "a, ", "the the ", "how ", "(", "not yet, ", "who change ", "'"])
def test_hostile_texts_of_100_kb_are_read_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    stems(text)
    concepts_in(text, (text[:100],))
    named_in(text)
    wish_in(text)
    change_of(text)
    place(text, EMPTY)
