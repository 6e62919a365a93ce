"""The languages of the program, of offers' names and of the register's words."""

from typing import Literal, get_args

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The first is the default in Finland."""
