"""API ids: opaque, typed, bound to a workspace."""

import base64

import pytest

from graph_service.schema.ids import Kind, decode_id, encode_id


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("uid", ["abc", "a:b", "ü", "playbook/account/x"])
def test_an_id_reads_back_in_its_workspace_and_kind(kind: Kind, uid: str) -> None:
    assert decode_id(encode_id(kind, "w1", uid), kind, "w1") == uid


def test_an_id_of_another_kind_or_workspace_is_unknown() -> None:
    account = encode_id(Kind.ACCOUNT, "w1", "abc")
    assert decode_id(account, Kind.ACTION, "w1") is None
    assert decode_id(account, Kind.ACCOUNT, "w2") is None
    assert decode_id(account, Kind.ACCOUNT, "w") is None


@pytest.mark.parametrize(
    "text",
    ["", "=", "====", "a", "ü", "\ud800", "abc", "not base64!", "x" * 100_000,
     base64.urlsafe_b64encode(b"account:w1:").decode(), base64.urlsafe_b64encode(b"\xff\xfe").decode()],
)  # fmt: skip
def test_what_is_no_id_is_unknown_and_raises_nothing(text: str) -> None:
    assert decode_id(text, Kind.ACCOUNT, "w1") is None


def test_an_id_is_safe_in_addresses() -> None:
    encoded = encode_id(Kind.CONTACT, "w1", "??>>~~")
    assert encoded.replace("-", "").replace("_", "").isalnum()
