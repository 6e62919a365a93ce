"""The register's keys: apart from its database, its user's alone, and changed while desks go on."""

import base64
import os
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from sync.server.keys.key_files import GivenKeys, KeyFile, KeysUnusableError, keys_of
from sync.server.keys.signing import Keys
from sync.server.services.central_register import CentralRegister
from sync.server.store.database import RegisterDatabase
from sync.signatures import verified_changes
from tests.sync.server.program import run
from tests.sync.server.store.test_migrations import fill

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has access lists in place of modes")


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys" / "register.key")


def opened(url: str, keys: KeyFile | GivenKeys) -> CentralRegister:
    return CentralRegister.open(url, keys=keys)


def test_keys_are_made_with_the_database_and_found_again(database_url: str, keys: KeyFile) -> None:
    with closing(opened(database_url, keys)) as first:
        public = first.keys.public
    with closing(opened(database_url, KeyFile(keys.path))) as second:
        assert second.keys.public == public


@posix
def test_the_file_of_keys_is_its_users_alone(database_url: str, keys: KeyFile) -> None:
    opened(database_url, keys).close()
    assert keys.path.stat().st_mode & 0o777 == 0o600
    keys.path.chmod(0o640)
    with pytest.raises(KeysUnusableError, match=f"chmod 600 {keys.path}"):
        opened(database_url, KeyFile(keys.path))


def test_no_private_key_stands_in_the_database(database_url: str, keys: KeyFile) -> None:
    opened(database_url, keys).close()
    found = keys.current()
    assert found is not None
    engine = create_engine(database_url)
    with engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM register")).one()
    engine.dispose()
    secret = {found.secret, *found.signing}
    assert not any(bytes(value) in secret for value in row if isinstance(value, bytes | memoryview))


def test_a_database_whose_keys_are_gone_is_refused_and_gets_no_new_ones(
    database_url: str, keys: KeyFile
) -> None:
    opened(database_url, keys).close()
    keys.path.unlink()
    with pytest.raises(KeysUnusableError, match="put them back from where they are kept"):
        opened(database_url, KeyFile(keys.path))
    assert not keys.path.exists()


def test_another_registers_keys_are_refused(database_url: str, keys: KeyFile) -> None:
    opened(database_url, keys).close()
    keys.write(Keys.new())
    with pytest.raises(KeysUnusableError, match="another register's"):
        opened(database_url, KeyFile(keys.path))


@pytest.mark.parametrize("content", ["", "{}", '{"secret":"AAAA","signing":[]}', "no JSON"])
def test_what_is_no_file_of_keys_is_refused_without_quoting_it(
    database_url: str, keys: KeyFile, content: str
) -> None:
    keys.write(Keys.new(), new=True)
    keys.path.write_text(content)
    with pytest.raises(KeysUnusableError, match="cannot be used") as refused:
        opened(database_url, keys)
    assert "AAAA" not in str(refused.value)


def test_keys_may_come_from_the_environment(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Keys.new()
    monkeypatch.setenv("KAIKUKANTA_KEYS", new.written())
    given = keys_of(database_url)
    with closing(CentralRegister.open(database_url, keys=given)) as central:
        assert central.keys.public == new.public
    assert list(tmp_path.glob("*.key")) == []


def test_keys_lie_beside_a_file_and_apart_from_a_server(database_url: str, tmp_path: Path) -> None:
    url = make_url(database_url)
    place = Path(str(keys_of(database_url)))
    if url.get_backend_name() == "sqlite":
        assert place == Path(f"{url.database}.key").resolve()
    else:
        assert place.parent == Path(os.environ["KAIKUKANTA_KEY_FOLDER"])
        assert str(url.database) in place.name
    assert str(keys_of(database_url, tmp_path / "named")) == str(tmp_path / "named")


def test_a_change_of_key_is_vouched_for_and_finished_under_the_running_register(
    database_url: str, keys: KeyFile
) -> None:
    with closing(opened(database_url, keys)) as central:
        old = central.keys.public
        elsewhere = KeyFile(keys.path)  # as the administrator's command has it
        elsewhere.write(central.keys.begin_change())
        assert central.keys.public == old
        changes = [(each.before, each.key, each.signature) for each in central.keys.changes]
        [change] = verified_changes(changes)
        assert (change.before, change.key) == (old, central.keys.following)
        elsewhere.write(central.keys.finish_change())
        assert central.keys.public == change.key
        assert central.keys.signer.public_key == base64.b64encode(change.key).decode()
    with closing(opened(database_url, KeyFile(keys.path))) as again:
        assert again.keys.public == change.key


def test_an_administrator_changes_the_key_in_two_commands(tmp_path: Path) -> None:
    db, file = f"sqlite:///{tmp_path / 'register.db'}", tmp_path / "register.key"
    with closing(CentralRegister.open(db, keys=file)) as central:
        old = central.keys.public
        first = run("roll-key", "--db", db, "--key", str(file))
        assert (first.returncode, central.keys.public) == (0, old)
        second = run("roll-key", "--db", db, "--key", str(file), "--finish")
        assert second.returncode == 0
        assert central.keys.public != old


def test_a_second_change_begins_only_when_the_first_is_finished() -> None:
    new = Keys.new()
    with pytest.raises(ValueError, match="no change of key is under way"):
        new.finish_change()
    begun = new.begin_change()
    with pytest.raises(ValueError, match="under way already"):
        begun.begin_change()
    assert len(begun.finish_change().begin_change().changes) == 2


def test_a_database_of_before_the_change_is_known_again_after_a_restore(
    database_url: str, keys: KeyFile
) -> None:
    new = Keys.new()
    keys.write(new, new=True)
    opened(database_url, keys).close()
    keys.write(new.begin_change().finish_change())
    with closing(opened(database_url, keys)) as central:
        assert central.keys.public != new.public


def test_the_key_of_an_older_database_is_handed_over_by_the_upgrade(
    bare_database_url: str, keys: KeyFile
) -> None:
    old = fill(bare_database_url, 3)
    engine = create_engine(old)
    with engine.connect() as connection:
        signing_key = bytes(connection.scalars(text("SELECT signing_key FROM register")).one())
    engine.dispose()
    RegisterDatabase.upgrade(old, keys)
    with closing(opened(old, keys)) as central:
        assert central.keys.signing == (signing_key,)
    url = make_url(old)
    if url.get_backend_name() == "sqlite":
        left = b"".join(
            path.read_bytes()
            for path in Path(str(url.database)).parent.glob("*.db*")
            if not path.name.endswith(".key")
        )
        assert signing_key not in left


def test_an_upgrade_overwrites_no_other_keys(bare_database_url: str, keys: KeyFile) -> None:
    old = fill(bare_database_url, 3)
    other = Keys.new()
    keys.write(other, new=True)
    with pytest.raises(KeysUnusableError, match="other keys"):
        RegisterDatabase.upgrade(old, keys)
    assert keys.current() == other
    assert RegisterDatabase.upgrade(old, KeyFile(keys.path.with_name("right")))[0] == 3
