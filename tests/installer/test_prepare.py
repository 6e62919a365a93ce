import sys

from installer.prepare import debian_packages, loads, missing_libraries, missing_programs


def test_a_library_that_is_not_there_is_noticed() -> None:
    assert not loads("libnobody-ever-wrote.so.9")


def test_each_missing_library_leads_to_its_debian_package() -> None:
    assert debian_packages(["libzbar.so.0", "libEGL.so.1"]) == ["libegl1", "libzbar0"]


def test_a_prepared_linux_lacks_no_library() -> None:
    lacking = missing_libraries() if sys.platform == "linux" else []
    assert lacking == []


def test_no_package_is_asked_for_where_nothing_lacks() -> None:
    assert debian_packages([]) == []


def test_a_program_that_is_missing_leads_to_its_debian_package() -> None:
    assert missing_programs({"nobody-ever-wrote-it": "package"}) == ["package"]


def test_no_package_is_asked_for_with_a_program_that_is_there() -> None:
    assert missing_programs({"sh": "dash"}) == []
