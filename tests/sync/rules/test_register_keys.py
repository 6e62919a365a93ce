import pytest

from sync.rules.register_keys import KeyChange, family, key_change_text, later_keys

A, B, C, D = (letter * 32 for letter in (b"a", b"b", b"c", b"d"))
CHAIN = [KeyChange(A, B), KeyChange(B, C)]


@pytest.mark.parametrize(
    ("first", "changes", "keys"),
    [
        (A, [], [A]),
        (A, CHAIN, [A, B, C]),
        (B, CHAIN, [B, C]),
        (D, CHAIN, [D]),
        (A, [KeyChange(B, C)], [A]),
        (A, [KeyChange(A, B), KeyChange(B, A)], [A, B]),  # never back
    ],
)
def test_keys_follow_each_other_from_the_one_that_is_known(
    first: bytes, changes: list[KeyChange], keys: list[bytes]
) -> None:
    assert later_keys(first, changes) == keys


@pytest.mark.parametrize("key", [A, B, C])
def test_all_keys_of_a_register_are_one_family_from_whichever_one_looks(key: bytes) -> None:
    assert family(key, CHAIN) == {A, B, C}
    assert family(key, CHAIN[::-1]) == {A, B, C}


def test_a_family_may_be_two_keys_that_vouched_for_each_other() -> None:
    assert family(A, [KeyChange(A, B), KeyChange(B, A), KeyChange(A, A)]) == {A, B}


def test_another_registers_key_is_not_of_the_family() -> None:
    assert D not in family(A, CHAIN)
    assert family(D, CHAIN) == {D}


def test_what_is_signed_says_what_it_is() -> None:
    assert key_change_text(b"\0" * 32) == b"kaikukanta-register-key\n" + b"A" * 43 + b"="
