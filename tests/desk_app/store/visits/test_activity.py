import pytest

from desk_app.store.connection.database import Database
from desk_app.store.visits.activity import StoredActivity


@pytest.fixture
def activity(database: Database) -> StoredActivity:
    return StoredActivity(database)


def test_the_feed_goes_on_where_it_was(activity: StoredActivity) -> None:
    assert activity.cursor() is None
    activity.apply([], cursor="one")
    activity.apply([], cursor="two")
    assert activity.cursor() == "two"
