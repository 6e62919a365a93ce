"""Standard output and standard error, made to take any text whatever the console's code page.

A console of code page 437, or a service in the C locale, has no character for much that stands in
a name. What it cannot show is written as the plain character beneath it, as ``a`` for ``ä``, or
else as a question mark; it never ends a command.
"""

import codecs
import io
import sys
import unicodedata

_PLAINER = "plainer"
_TYPED = {
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys("\u2018\u2019\u201a", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
}
_AS_TYPED = str.maketrans(_TYPED)
"""Signs of print as keyboards have them; Unicode names nothing plainer beneath them."""


def accept_any_text() -> None:
    """Let the standard streams write what they can, and something plainer in the rest's place.

    What is read of another code page is no text that anybody would mean. A program without a
    console, as a window started on Windows is, has no such streams.
    """
    codecs.register_error(_PLAINER, _plainer)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_PLAINER)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unshown = error.object[error.start : error.end]
    return "".join(_beneath(each, error.encoding) for each in unshown), error.end


def _beneath(character: str, encoding: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    beneath = "".join(each for each in parts if not unicodedata.combining(each))
    shown = beneath.translate(_AS_TYPED).encode(encoding, "replace").decode(encoding)
    return shown or "?"
