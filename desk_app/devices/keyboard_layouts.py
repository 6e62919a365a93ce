# ruff: noqa: RUF001 - the keys of every layout are here
"""Keyboard layouts: what a scanner meant that is set to another layout than its computer.

A keyboard wedge sends keys, not characters. One that is set to the US layout means ``-`` where a
Finnish computer shows ``+``, and ``/`` where that shows ``-``. The tables name the characters of
the 47 keys of a US keyboard, row by row, plain and with Shift (ISO/IEC 9995, SFS 5966, SS 66 22 41,
NS 4161, DS 457, DIN 2137, BS 4822, NF Z71-300, GOST 6431, ELOT 1000).
"""

import unicodedata
from collections.abc import Iterator

from desk_app.services.scans import Keyboard, Mismatch

KEYS: dict[Keyboard, str] = {
    Keyboard.US: (
        "`1234567890-="
        "qwertyuiop[]\\"
        "asdfghjkl;'"
        "zxcvbnm,./"
        "~!@#$%^&*()_+"
        "QWERTYUIOP{}|"
        'ASDFGHJKL:"'
        "ZXCVBNM<>?"
    ),
    Keyboard.FINNISH: (
        "§1234567890+´"
        "qwertyuiopå¨'"
        "asdfghjklöä"
        "zxcvbnm,.-"
        '½!"#¤%&/()=?`'
        "QWERTYUIOPÅ^*"
        "ASDFGHJKLÖÄ"
        "ZXCVBNM;:_"
    ),
    Keyboard.NORWEGIAN: (
        "|1234567890+\\"
        "qwertyuiopå¨'"
        "asdfghjkløæ"
        "zxcvbnm,.-"
        '§!"#¤%&/()=?`'
        "QWERTYUIOPÅ^*"
        "ASDFGHJKLØÆ"
        "ZXCVBNM;:_"
    ),
    Keyboard.DANISH: (
        "½1234567890+´"
        "qwertyuiopå¨'"
        "asdfghjklæø"
        "zxcvbnm,.-"
        '§!"#¤%&/()=?`'
        "QWERTYUIOPÅ^*"
        "ASDFGHJKLÆØ"
        "ZXCVBNM;:_"
    ),
    Keyboard.GERMAN: (
        "^1234567890ß´"
        "qwertzuiopü+#"
        "asdfghjklöä"
        "yxcvbnm,.-"
        '°!"§$%&/()=?`'
        "QWERTZUIOPÜ*'"
        "ASDFGHJKLÖÄ"
        "YXCVBNM;:_"
    ),
    Keyboard.BRITISH: (
        "`1234567890-="
        "qwertyuiop[]#"
        "asdfghjkl;'"
        "zxcvbnm,./"
        '¬!"£$%^&*()_+'
        "QWERTYUIOP{}~"
        "ASDFGHJKL:@"
        "ZXCVBNM<>?"
    ),
    Keyboard.FRENCH: (
        "²&é\"'(-è_çà)="
        "azertyuiop^$*"
        "qsdfghjklmù"
        "wxcvbn,;:!"
        "³1234567890°+"
        "AZERTYUIOP¨£µ"
        "QSDFGHJKLM%"
        "WXCVBN?./§"
    ),
    Keyboard.RUSSIAN: (
        "ё1234567890-="
        "йцукенгшщзхъ\\"
        "фывапролджэ"
        "ячсмитьбю."
        'Ё!"№;%:?*()_+'
        "ЙЦУКЕНГШЩЗХЪ/"
        "ФЫВАПРОЛДЖЭ"
        "ЯЧСМИТЬБЮ,"
    ),
    Keyboard.GREEK: (
        "`1234567890-="
        ";ςερτυθιοπ[]\\"
        "ασδφγηξκλ΄'"
        "ζχψωβνμ,./"
        "~!@#$%^&*()_+"
        ":΅ΕΡΤΥΘΙΟΠ{}|"
        'ΑΣΔΦΓΗΞΚΛ¨"'
        "ΖΧΨΩΒΝΜ<>?"
    ),
}
_WITHOUT_LATIN = {Keyboard.RUSSIAN, Keyboard.GREEK}
"""Layouts that computers are set to, and scanners cannot be: cards carry Latin letters."""
_DEAD = {"\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0308": "¨"}
"""Dead keys, by the mark that each leaves on the letter typed after it."""


def mismatches() -> Iterator[Mismatch]:
    """The mismatches, the likeliest first: Finland's layouts, and a scanner as it was bought."""
    for other in KEYS:
        if other is Keyboard.US:
            yield Mismatch(Keyboard.US, Keyboard.US, caps_lock=True)
            continue
        pairs: list[tuple[Keyboard, Keyboard]] = [(Keyboard.US, other)]
        if other not in _WITHOUT_LATIN:
            pairs.append((other, Keyboard.US))
        for scanner, computer in pairs:
            yield Mismatch(scanner, computer)
            yield Mismatch(scanner, computer, caps_lock=True)


def meant(text: str, mismatch: Mismatch) -> list[str]:
    """The text that the scanner meant, if that is what is wrong.

    There is more than one answer where the computer has made one letter out of a dead key and the
    letter after it, which the layout also has as a key: ``Ä`` may have been ``"``, or ``]A``.
    """
    typed = "".join(map(_other_case, text)) if mismatch.caps_lock else text
    if mismatch.scanner is mismatch.computer:
        return [typed]
    keys = KEYS[mismatch.computer]
    table = str.maketrans(keys, KEYS[mismatch.scanner])
    apart = [_apart(typed, keys), _apart(typed, "")]
    return [each.translate(table) for each in dict.fromkeys(apart)]


def _other_case(character: str) -> str:
    swapped = character.swapcase()
    # A sharp s, a final sigma and a micro sign have no capital of their own on any key.
    return swapped if swapped.swapcase() == character else character


def _apart(text: str, keys: str) -> str:
    """Letters that were made with a dead key, as the two keys that made them."""
    return "".join(each if each in keys else _two_keys(each) for each in text)


def _two_keys(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    if len(parts) == 2 and parts[1] in _DEAD:
        return _DEAD[parts[1]] + parts[0]
    return character
