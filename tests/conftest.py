"""What holds for every test: no screen needed, no keyring touched, no warning unseen."""

import logging
import os
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.helpers.log_watch import LogWatch

# Both stand before anything is imported that reads them; programs that a test starts inherit them.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test whose program warned of something that the test does not expect."""
    watch = LogWatch()
    loggers = [logging.getLogger(name) for name in ("desk_app", "sync")]
    for logger in loggers:
        logger.addHandler(watch)
    yield watch
    for logger in loggers:
        logger.removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expected_log(log_watch: LogWatch) -> Callable[[str], None]:
    """Tell the watch what this test makes the program warn of: ``expected_log(r"pattern")``."""
    return log_watch.expect
