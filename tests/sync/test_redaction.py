import pytest

from sync.redaction import redact, traceback_text


@pytest.mark.parametrize(
    "secret", ["AB12345", "4711", "ABCDEF", "eyJhbGciOi.c2VjcmV0LXNlY3JldA", "xYz-0_9aBcDeFgH"]
)
def test_what_could_be_a_card_number_or_a_token_is_redacted(secret: str) -> None:
    assert secret not in redact(f"no such row: '{secret}' (code {secret})")


def test_words_stay_readable() -> None:
    assert redact("KeyError: no such offer in the cache") == "KeyError: no such offer in the cache"


def look_up(number: str) -> None:
    raise LookupError(f"no card {number}")


def test_a_traceback_tells_where_and_what_but_not_on_whom() -> None:
    number = "AB12345"[::-1]
    try:
        try:
            look_up(number)
        except LookupError as lookup:
            raise RuntimeError("the sum went wrong") from lookup
    except RuntimeError as error:
        text = traceback_text(error)
    assert "LookupError: no card …" in text
    assert "RuntimeError: the sum went wrong" in text
    assert "in look_up" in text
    assert number not in text
