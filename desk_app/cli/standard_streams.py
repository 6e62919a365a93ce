"""Standard output and standard error, made to take any text whatever the console's code page.

A console of code page 437, or a service in the C locale, has no character for much that stands in
a name. What it cannot show is written as the plain character beneath it, as ``a`` for ``ä``, or
else as a question mark; it never ends a command. Neither does a reader that has gone, as ``head``
does once it has its lines: the command finishes, and the rest of its output is dropped.
"""

import codecs
import errno
import io
import os
import sys
import unicodedata
from typing import TextIO

_PLAINER = "plainer"
_TYPED = {
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys("\u2018\u2019\u201a", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
}
_AS_TYPED = str.maketrans(_TYPED)
"""Signs of print as keyboards have them; Unicode names nothing plainer beneath them."""
_READER_HAS_GONE = {errno.EPIPE, errno.EINVAL}
"""The errors of a pipe that nobody reads: POSIX has the first, Windows also the second."""


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


def print_line(text: str, stream: TextIO) -> None:
    """Print a text at once, or drop it where nobody reads the stream any more."""
    try:
        print(text, file=stream, flush=True)
    except OSError as fault:
        _drop_output(stream, fault)


def finish_output() -> None:
    """Write what the standard streams still hold, before Python does so itself and complains."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:  # a window on Windows has no console
            continue
        try:
            stream.flush()
        except OSError as fault:
            _drop_output(stream, fault)


def _drop_output(stream: TextIO, fault: OSError) -> None:
    """Send the rest of a stream nowhere. Raises any other fault than a reader that has gone."""
    if fault.errno not in _READER_HAS_GONE:
        raise fault
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


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
