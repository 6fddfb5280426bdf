"""Secrets are covered, their length and all that stands around them stays (decision 26)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.masking.secrets import MARK, mask_secrets

AWS = "AKIA" + "IOSFODNN7EXAMPLE"
GITHUB = "ghp_" + "a1B2" * 9
SLACK = "xoxb-" + "123456789012-abcdefABCDEF"
JWT = "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0In0.abcDEF123"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("password: hunter2!", "hunter2!"),
        ("Passwort: Geheim99", "Geheim99"),
        ("mot de passe : soleil77", "soleil77"),
        ("pwd=abc123;", "abc123"),
        ("The password is Tr0ub4dor", "Tr0ub4dor"),
        ("password for the portal: x9-blue", "x9-blue"),
        ("api_key = 9f8e7d6c5b", "9f8e7d6c5b"),
        ('"client_secret": "s3cr3t-value"', "s3cr3t-value"),
        ("PIN: 4711", "4711"),
        (f"my key {AWS} ok", AWS),
        (f"use {GITHUB} here", GITHUB),
        (f"bot {SLACK} here", SLACK),
        (f"jwt {JWT} end", JWT),
        ("Authorization: Bearer abcdefghijklmnop1234", "abcdefghijklmnop1234"),
        ("https://bob:s3cret@host.example/x", "s3cret"),
        ("card 4111111111111111 thanks", "4111111111111111"),
        ("SSN 123-45-6789", "123-45-6789"),
    ],
)
def test_a_secret_is_covered_and_the_rest_stays(text: str, secret: str) -> None:
    assert mask_secrets(text) == text.replace(secret, MARK * len(secret))


def test_blanks_inside_a_number_stay() -> None:
    assert mask_secrets("card 4111 1111 1111 1111.") == f"card {' '.join([MARK * 4] * 4)}."
    assert mask_secrets("IBAN DE89 3704 0044 0532 0130 00.") == f"IBAN {' '.join([MARK * 4] * 5)} {MARK * 2}."


def test_a_private_key_is_covered_line_by_line() -> None:
    begin, end = "-----BEGIN " + "RSA PRIVATE KEY-----", "-----END " + "RSA PRIVATE KEY-----"
    assert mask_secrets(f"{begin}\nMIIE\nabc\n{end}") == f"{begin}\n{MARK * 4}\n{MARK * 3}\n{end}"


@pytest.mark.parametrize(
    "text",
    [
        "call +49 30 1234567 or 555-123-4567",
        "order 4500012345678",
        "invoice 2024-1234-5678",
        "on 2024-06-12 at 10:30",
        "the password is expired",
        "password: see below",
        "password reset link",
        "the token is still valid",
        "card 4111 1111 1111 1112",
        "DE00 3704 0044 0532 0130 00",
        "a basic question about access",
        "tracking 1Z999AA10123456784",
    ],
)
def test_phone_numbers_orders_days_and_plain_talk_stay(text: str) -> None:
    assert mask_secrets(text) == text


@settings(deadline=None)
@given(st.text(max_size=300))
def test_the_length_never_changes(text: str) -> None:
    assert len(mask_secrets(text)) == len(text)


PARTS = ["password: ", "4111111111111111", " ", "DE89", "-----BEGIN " + "PRIVATE KEY-----", "\n", "é", "😀"]
HOSTILE = [
    "password", "password: ", "4 ", "1" * 99, "AB12", "eyJ", "eyJaaaaaaaaa.", "-----BEGIN " + "PRIVATE KEY-----", "a://b:c",
    "\n",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=10))
def test_the_length_of_built_texts_never_changes(parts: list[str]) -> None:
    text = "".join(parts)
    masked = mask_secrets(text)
    assert len(masked) == len(text)
    assert all(one in {was, MARK} for one, was in zip(masked, text, strict=True))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_masked_in_bounded_time(piece: str) -> None:
    assert len(mask_secrets((piece * 100_000)[:100_000])) == 100_000
