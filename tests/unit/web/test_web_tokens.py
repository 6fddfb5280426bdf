"""API tokens: shown once, kept as a hash, compared without telling where they differ (ecosystem: auth)."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.web.tokens import Candidate, hash_secret, mint, parse_bearer, verify

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_a_minted_token_lets_its_owner_in() -> None:
    shown, record = mint()
    candidate = parse_bearer(f"Bearer {shown}")
    assert candidate is not None
    assert candidate.token_id == record.token_id
    assert verify(candidate, record.secret_hash, None, NOW)


def test_the_record_does_not_hold_the_secret() -> None:
    shown, record = mint()
    secret = shown.split("_", 2)[2]
    assert secret not in str(asdict(record))
    assert len(record.secret_hash) == 64


def test_no_two_tokens_are_alike() -> None:
    minted = [mint() for _ in range(50)]
    assert len({shown for shown, _ in minted}) == len({record.token_id for _, record in minted}) == 50


def test_the_secret_of_another_token_is_refused() -> None:
    (first, _), (_, other) = mint(), mint()
    candidate = parse_bearer(f"bearer {first}")
    assert candidate is not None
    assert not verify(candidate, other.secret_hash, None, NOW)


@pytest.mark.parametrize(
    ("late", "good"), [(timedelta(seconds=-1), True), (timedelta(0), False), (timedelta(1), False)]
)
def test_a_token_is_good_until_it_expires(late: timedelta, good: bool) -> None:
    shown, record = mint()
    candidate = parse_bearer(f"Bearer {shown}")
    assert candidate is not None
    assert verify(candidate, record.secret_hash, NOW, NOW + late) is good


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer x", "Basic gsk_0_x", "gsk_0123456789abcdef_" + "a" * 43]
)
def test_anything_else_in_the_header_is_no_token(header: str | None) -> None:
    assert parse_bearer(header) is None


@given(st.text())
def test_no_header_makes_the_parser_fail(text: str) -> None:
    assert parse_bearer(f"Bearer {text}") is None


def test_the_text_form_of_a_candidate_hides_the_secret() -> None:
    assert "hush" not in repr(Candidate("0123", "hush"))


def test_a_damaged_stored_hash_lets_nobody_in() -> None:
    assert not verify(Candidate("0123", "hush"), "ü", None, NOW)
    assert verify(Candidate("0123", "hush"), hash_secret("hush"), None, NOW)
