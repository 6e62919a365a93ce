"""What must not stand in any file of this project, looked for in every one of them."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400

REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("crates", "io"),
        ("anaconda", "org"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
    ]
]
"""Joined here, so that this file does not name them either."""

SOMEBODYS_FOLDER = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|work)/\w|[A-Z]:\\Users\\\w")

EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no)\b")
REASONED = re.compile(
    r"# noqa: [A-Z]+[0-9]+(?:, [A-Z]+[0-9]+)*(?: - |  )\S"
    r"|# type: ignore\[[a-z-]+(?:, [a-z-]+)*\]  # \S"
    r"|# pragma: no (?:cover|branch) - \S"
)

REASON_PLACES = {"skip": 0, "skipif": None, "xfail": None, "importorskip": None}
"""What leaves a test out, and where its reason may stand without its name."""

BY_CHANCE = {"uuid4", "uuid7", "datetime.now", "date.today", "time.time", "token_hex", "random"}


def our_files() -> list[Path]:
    """Every file that is in the repository, or will be with the next commit."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


FILES = our_files()
MODULES = [path for path in FILES if path.suffix == ".py"]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_with(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in FILES:
        text = path.read_bytes().decode("utf-8", errors="replace")
        if not pattern.search(text):
            continue  # quick: most files have none
        for number, line in enumerate(text.splitlines(), start=1):
            if pattern.search(line):
                yield f"{name_of(path)}:{number}: {line.strip()[:120]}"


def unreasoned_exceptions(source: str) -> Iterator[str]:
    """Each comment that silences a checker without a rule and a reason."""
    if not EXCEPTION.search(source):
        return  # quick: most modules need no parsing
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if (
            token.type == tokenize.COMMENT
            and EXCEPTION.search(token.string)
            and not REASONED.search(token.string)
        ):
            yield f"{token.start[0]}: {token.string}"


def unreasoned_skips(source: str) -> Iterator[str]:
    """Each test that is left out, or let fail, without a reason in words."""
    if not any(name in source for name in REASON_PLACES):
        return
    tree = ast.parse(source)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in REASON_PLACES:
            continue
        if not ast.unparse(node).startswith("pytest."):
            continue
        call = calls.get(id(node))
        named = call is not None and any(word.arg == "reason" for word in call.keywords)
        placed = call is not None and REASON_PLACES[node.attr] == 0 and bool(call.args)
        if not (named or placed):
            yield f"{node.lineno}: {ast.unparse(node)}"


def cases_by_chance(source: str) -> Iterator[str]:
    """Each case of a test that is another one in every run: two workers would not agree on it."""
    if "parametrize" not in source or not any(name in source for name in BY_CHANCE):
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.parametrize":
            yield from (
                f"{made.lineno}: {ast.unparse(made)}"
                for made in ast.walk(node)
                if isinstance(made, ast.Call) and ast.unparse(made.func) in BY_CHANCE
            )


def test_no_file_names_a_package_registry() -> None:
    hosts = re.compile("|".join(re.escape(host) for host in REGISTRY_HOSTS), re.IGNORECASE)
    assert list(lines_with(hosts)) == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert list(lines_with(SOMEBODYS_FOLDER)) == []


def test_no_module_is_longer_than_anyone_can_hold_in_mind() -> None:
    lengths = {name_of(path): len(path.read_bytes().splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_a_change_of_language_is_handled_by_one_class() -> None:
    found = lines_with(re.compile(r"Type\.LanguageChange\b"))
    modules = {line.partition(":")[0] for line in found if line.startswith("desk_app/")}
    assert modules == {"desk_app/ui/widgets/translated.py"}


def test_every_silenced_checker_has_a_rule_and_a_reason() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        for line in unreasoned_exceptions(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_test_is_left_out_without_a_reason() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        for line in unreasoned_skips(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_case_of_a_test_is_made_by_chance() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        for line in cases_by_chance(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "comment",
    [
        "# no" + "qa",
        "# no" + "qa: E501",
        "# ty" + "pe: ignore",
        "# ty" + "pe: ignore[misc]",
        "# prag" + "ma: no cover",
    ],
)
def test_a_silenced_checker_without_a_reason_is_found(comment: str) -> None:
    assert list(unreasoned_exceptions(f"x = 1  {comment}\n")) == [f"1: {comment}"]


@pytest.mark.parametrize(
    "comment",
    ["# no" + "qa: E501 - a table", "# ty" + "pe: ignore[misc]  # the library has no types"],
)
def test_a_silenced_checker_with_a_reason_is_let_through(comment: str) -> None:
    assert list(unreasoned_exceptions(f"x = 1  {comment}\n")) == []


@pytest.mark.parametrize("call", ["mark.skip", "mark.xfail(strict=True)", "skip()"])
def test_a_test_left_out_without_a_reason_is_found(call: str) -> None:
    assert len(list(unreasoned_skips(f"import pytest\npytest.{call}\n"))) == 1


@pytest.mark.parametrize("call", ["mark.skipif(x, reason='y')", "skip('y')", "mark.usefixtures()"])
def test_a_test_left_out_with_a_reason_is_let_through(call: str) -> None:
    assert list(unreasoned_skips(f"import pytest\npytest.{call}\n")) == []


def test_a_case_made_by_chance_is_found() -> None:
    source = '@pytest.mark.parametrize("id", [str(uuid4())])\ndef test(id): ...\n'
    assert list(cases_by_chance(source)) == ["1: uuid4()"]
