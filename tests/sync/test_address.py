import pytest

from sync.address import parse_address
from sync.errors import UnreachableError


@pytest.mark.parametrize(
    "written",
    [
        "https://register.example",
        "https://register.example/",
        "https://register.example/desk/v1",
        "https://register.example/desk/v1/",
        "  HTTPS://Register.Example/desk/v1//  ",
    ],
)
def test_an_address_may_end_in_the_base_path_or_not(written: str) -> None:
    assert parse_address(written).base == "https://register.example/desk/v1"


def test_a_register_may_live_below_a_path_and_on_a_port() -> None:
    address = parse_address("https://town.example:8443/kaiku/")
    assert address.base == "https://town.example:8443/kaiku/desk/v1"


@pytest.mark.parametrize(
    "here", ["http://127.0.0.1:8000", "http://127.8.9.1", "http://[::1]:8000", "http://localhost"]
)
def test_plain_http_is_allowed_to_this_very_machine(here: str) -> None:
    assert parse_address(here).is_loopback


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://register.example",
        "http://127.0.0.1.register.example",
        "http://localhost.register.example",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::]",
        "http://[fe80::1]",
        "http://user@127.0.0.1",
        "http://127.0.0.1@register.example",
        "http://register.example#@127.0.0.1",
        "https://register.example?at=1",
        "https://register.example#here",
        "https://user:secret@register.example",
        "ftp://register.example",
        "file:///etc/passwd",
        "register.example",
        "https://",
        "https://register.example:99999",
        "https://[::1",
        "",
        "x" * 100_000,
    ],
)
def test_any_other_address_is_refused(elsewhere: str) -> None:
    with pytest.raises(UnreachableError) as refused:
        parse_address(elsewhere)
    assert refused.value.code == "insecure_address"


def test_the_host_that_was_checked_is_the_host_that_is_called() -> None:
    assert parse_address("http://127.0.0.1\\@register.example").base.startswith("http://127.0.0.1/")
