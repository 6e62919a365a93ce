"""Texts that a spreadsheet would calculate."""

import pytest

from sync.rules.formulas import no_formula


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Näytelmä", "Näytelmä"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+358", "'+358"),
        ("-5", "'-5"),
        (" =1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff201", "'\uff201"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("5,-", "5,-"),
        ("a; - b", "a; - b"),
        ("a,=1", "a,'=1"),
        ("a; +1", "a; '+1"),
        ('a"@x', "a\"'@x"),
        ("a,-1", "a,'-1"),
        ("1=1", "1=1"),
        ("\t=1", "<U+0009>=1"),
    ],
)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str, expected: str) -> None:
    assert no_formula(text) == expected
