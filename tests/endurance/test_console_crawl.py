"""The crawl in its smallest form; the long one is a command of its own."""

from pathlib import Path

import pytest

from sync.rules.languages import LANGUAGES
from tests.endurance.console_crawl import crawl

pytestmark = pytest.mark.slow


def test_no_page_holds_a_whole_card_number_but_the_form_that_asks_for_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/register.db"
    report = crawl(url, pages=200, cards=30, visits=40, seed=1, languages=LANGUAGES[:1])
    assert report.found == []
    assert report.pages >= 200
    assert report.routes > 30
    assert max(report.statuses) < 500
