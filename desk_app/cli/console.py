"""Makes standard output and standard error accept any text, whatever the code page.

A console of code page 437, or a service in the C locale, has no character for much that names
contain. An unsupported character becomes a question mark; it never ends a command.
"""

import io
import sys


def accept_any_text() -> None:
    """Let the standard streams write what they can, and a mark in the place of the rest.

    A program without a console, as a window started on Windows is, has no such streams.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
