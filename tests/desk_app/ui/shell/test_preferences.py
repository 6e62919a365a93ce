"""Settings that staff may change, and those that an admin has settled."""

from desk_app.config.settings import Settings
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.background.tasks import Tasks


def test_a_locked_setting_stays_while_the_others_change() -> None:
    kept: list[Settings] = []
    tasks = Tasks()
    preferences = Preferences(
        Settings(language="sv"), kept.append, tasks, locked=frozenset({"language"})
    )

    preferences.change(language="fi", text_scale=1.5)
    tasks.close()

    assert kept == [Settings(language="sv", text_scale=1.5)]
