"""Forms as they come in: bounded before anything is read of them, then field by field."""

from collections.abc import AsyncGenerator, Callable
from typing import Any, TypeVar
from uuid import UUID, uuid4, uuid5

import anyio
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from sync.rules.texts import check_new_text
from sync.server.console import card_pictures

MOST_BYTES = 2 << 20
"""Of a whole form, its file among them: some ten thousand cards."""
MOST_BYTES_OF_A_STRANGER = 16 << 10
MOST_BYTES_WITH_PICTURE = card_pictures.MOST_BYTES + (64 << 10)
_MOST_FIELDS = 500
"""More than the cards of one print of labels."""
_SECONDS = 30
LONGEST_WORDS = 200
"""Ours: characters of a name."""
LONGEST_TEXT = 2_000
Value = TypeVar("Value")


class _InMemory(MultiPartParser):
    """Keeps files off the disk: a picture of a card is never written down."""

    spool_max_size = MOST_BYTES_WITH_PICTURE


class FormRefusedError(Exception):
    """The form is too large, too slow, or none at all; ``status`` is what is answered."""

    def __init__(self, status: int) -> None:
        super().__init__(f"a form was refused with {status}")
        self.status = status


async def read_form(request: Request, most: int) -> FormData:
    """The fields of a form of so many bytes at most. Raises :class:`FormRefusedError`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        with anyio.fail_after(_SECONDS):
            if kind == "application/x-www-form-urlencoded":
                parser = FormParser(
                    request.headers,
                    _bounded(request, most),
                    max_fields=_MOST_FIELDS,
                    max_part_size=most,
                )
                return _checked(await parser.parse())
            if kind == "multipart/form-data":
                in_parts = _InMemory(
                    request.headers,
                    _bounded(request, most),
                    max_files=1,
                    max_fields=_MOST_FIELDS,
                    max_part_size=min(most, MOST_BYTES),
                )
                return _checked(await in_parts.parse())
    except TimeoutError as slow:
        raise FormRefusedError(408) from slow
    except (MultiPartException, ValueError, KeyError) as broken:
        raise FormRefusedError(400) from broken
    raise FormRefusedError(415)


def _checked(form: FormData) -> FormData:
    """Raise ``ValueError`` for what nobody types, and not every database takes."""
    for text in form.values():
        if isinstance(text, str):
            text.encode()  # a lone surrogate cannot be
            if "\0" in text:
                raise ValueError("a form with a zero byte")
    return form


async def _bounded(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    left = most
    async for chunk in request.stream():
        left -= len(chunk)
        if left < 0:
            raise FormRefusedError(413)
        yield chunk


class FormFields:
    """The fields of one form while they are being understood.

    ``errors`` has a text's key for each field that could not be: all of them are told at once.
    """

    def __init__(self, form: FormData) -> None:
        self._form = form
        self.errors: dict[str, str] = {}

    def raw(self, name: str) -> str:
        """What was typed; empty where there is no such field."""
        value = self._form.get(name, "")
        return value if isinstance(value, str) else ""

    def upload(self, name: str) -> UploadFile | None:
        """A file; ``None`` where none was chosen."""
        value = self._form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None

    def is_on(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.raw(name) == "on"

    def new_id(self) -> UUID:
        """The id of what this form makes with what is in it: sent twice, it makes one thing."""
        try:
            page = UUID(self.raw("new"))
        except ValueError:
            return uuid4()
        typed = [each for each in self._form.multi_items() if isinstance(each[1], str)]
        return uuid5(page, repr(sorted(typed)))

    def read(self, name: str, parse: Callable[[str], Value], error: str) -> Value | None:
        """A field that has to be there; ``None``, and noted, where it cannot be understood."""
        try:
            return parse(self.raw(name).strip())
        except (ValueError, KeyError, OverflowError):
            self.errors[name] = error
            return None

    def read_optional(self, name: str, parse: Callable[[str], Value], error: str) -> Value | None:
        """A field that may be empty."""
        return self.read(name, parse, error) if self.raw(name).strip() else None

    def words(self, name: str, longest: int = LONGEST_WORDS) -> str:
        """A text that has to be there; empty, and noted, where it is missing or odd."""

        def checked(text: str) -> str:
            check_new_text(text, "it", longest=longest)
            return text

        wrong = "form.words_wrong" if longest == LONGEST_WORDS else "form.text_wrong"
        return self.read(name, checked, wrong) or ""

    def choice(self, name: str, kind: Callable[[str], Any]) -> Any:  # noqa: ANN401  an enum's
        """One of an enum's values."""
        return self.read(name, kind, "form.choice_missing")


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Understands a number within bounds. What it returns raises ``ValueError``."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 12):
            raise ValueError("no number")
        if not least <= int(text) <= most:
            raise ValueError("out of bounds")
        return int(text)

    return parse
