import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.signatures import SignatureCheck, parse_register_key

TEXT = b"kaikukanta-register\n1\n0\n" + b"0" * 64
KEY = Ed25519PrivateKey.generate()
SIGNATURE = base64.b64encode(KEY.sign(TEXT)).decode()
CHECK = SignatureCheck(KEY.public_key().public_bytes_raw())


def test_the_registers_own_signature_is_known() -> None:
    assert CHECK(TEXT, SIGNATURE)


def test_another_text_is_not_signed() -> None:
    assert not CHECK(TEXT.replace(b"1", b"2", 1), SIGNATURE)


@pytest.mark.parametrize(
    "forged",
    ["", "!", "ä", "AAAA", SIGNATURE[:-4], "A" * 100_000],
    ids=["empty", "not base64", "not ASCII", "short", "cut off", "long"],
)
def test_what_is_no_signature_is_refused_without_a_crash(forged: str) -> None:
    assert not CHECK(TEXT, forged)


def test_a_key_comes_out_of_its_base64() -> None:
    raw = KEY.public_key().public_bytes_raw()
    assert parse_register_key(base64.b64encode(raw).decode()) == raw


@pytest.mark.parametrize("text", ["", "not base64", "ä", "AAAA", "A" * 44 + "===="])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="key"):
        parse_register_key(text)
