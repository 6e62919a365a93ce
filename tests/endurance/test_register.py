"""The register's bad day in its smallest form; the long one is a command of its own."""

import pytest

from tests.endurance.register import endure
from tests.helpers.log_watch import LogWatch

pytestmark = pytest.mark.slow


def test_a_register_that_is_struck_loses_nothing_and_doubles_nothing(log_watch: LogWatch) -> None:
    log_watch.allow(r"^sync\.")
    report = endure(600, desks=3, every=1.0)
    assert (report.lost, report.doubled, report.wrong, report.miscounted) == (0, 0, 0, 0)
    assert report.acknowledged >= 600
    assert report.strikes.total() > 0
    assert '"strikes": {' in report.to_json()
