"""Spares the garbage collector the modules of a program, which are never garbage.

Python would go through all of them some times while they are loaded, and once more at the end: a
fifth of what a short command costs.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Collect nothing meanwhile; what is there afterwards is never looked at again."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    modules = len(sys.modules)
    try:
        yield
    finally:
        if len(sys.modules) > modules:
            gc.freeze()
        gc.enable()
