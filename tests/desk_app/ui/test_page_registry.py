"""Every page of the window comes with its icon, and with help in every language."""

from pathlib import Path
from typing import cast

import pytest

from desk_app.ui.context.page import PageEntry
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.page_registry import all_pages
from sync.rules.languages import LANGUAGES

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
PAGES = [kind for kind, _ in all_pages(cast("PageContext", None))]  # none of them is built


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.topic)
def test_a_page_has_an_icon(page: type[PageEntry]) -> None:
    assert (RESOURCES / "icons" / f"{page.icon}.svg").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.topic)
def test_a_page_has_help(page: type[PageEntry], language: str) -> None:
    assert (RESOURCES / "help" / language / f"{page.topic}.md").is_file()
