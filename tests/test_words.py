"""Forbids the private words of earlier versions, and class names with two meanings."""

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_hygiene import FILES, MODULES, ROOT, name_of

OLD_WORDS = {
    "cupboard": "store",
    "messenger": "sync worker",
    "herald": "notifier",
    "doorbell": "single instance",
    "fittings": "page context",
    "surroundings": "status",
    "thinning": "anonymising",
    "thinned": "anonymised",
    "parcel": "transfer file",
    "parcels": "transfer files",
    "deed": "action",
    "deeds": "actions",
    "upkeep": "maintenance",
    "footing": "certainty",
    "tidying": "garbage collection",
    "dressing": "theme",
    "nudge": "hint",
    "nudges": "hints",
    "outage sheet": "paper form",
    "blot": "redact",
    "blots": "redacts",
    "blotted": "redacted",
    "discretion": "redaction",
    "decipher": "normalise",
    "deciphered": "normalised",
    "deciphering": "normalisation",
    "second look": "online lookup",
    "booth": "desk fixture",
    "typist": "CLI user",
    "mortal": "crash target",
    "clerk": "staff",
    "clerks": "workers",
    "fate": "outcome",
    "fates": "outcomes",
    "sell": "record, or hand out",
    "sells": "records, or hands out",
    "selling": "recording, or handing out",
    "ledger": "history",
    "as it stands": "as it is",
    "whoever": "who",
    "road": "connection, or proxy",
    "roads": "connections, or proxies",
    "bears": "carries",
    "party": "group",
    "at hand": "current",
    "dialogue": "sync metadata, sync health",
    "doomed": "crashing",
    "reaper": "desk crashes",
}
"""Each with the term that replaces it."""

KEPT = {
    "sync/rules/other_numbers.py": {"parcel"},  # parcels have numbers, too
    "sync/rules/payloads.py": {"parcel"},
    "tests/sync/rules/test_other_numbers.py": {"parcel"},
}
"""Words in their everyday meaning."""

OLD_VERBS = re.compile(
    r"(?i:\b(?:say|says|said|saying|tell|tells|told|telling)\b)"
    r"|(?i:\b(?:hear|hears|heard|hearing|take|takes|taking)\b)"
    r"|(?:Say|Said|Tell|Told|Hear|Heard|Take|Taking)(?![a-z])"
)
"""Parts of a name that leave open what is done; each verb that is used in their place has one
meaning (docs/glossary.md)."""

OLD_CLASSES = {
    "Authority": "CentralRegister, or CertificateAuthority",
    "House": "NeighbourTrial",
    "HouseDesk": "LiveDesk",
    "JudgedCards": "CardVersions",
    "Figures": "Statistics",
    "Taker": "RegisterImport",
    "Tone": "MessageTone, ToneColours",
    "WorldError": "EnvironmentFaultError",
    "Worth": "NewerPart",
}
"""Class names of earlier versions, each with what it is called now."""

STORED_NAMES = {
    "desk_app/store/neighbours/cursors.py": {"told"},
    "desk_app/store/register/clock.py": {"heard_at", "told_at", "told_steady_ms"},
    "sync/server/console/store/area_reports.py": {"heard_at"},
    "sync/server/store/standings.py": {"heard_at"},
    "tests/benchmarks/console_fill.py": {"heard_at"},
}
"""Columns of released tables."""

OF_EACH_PAGE = {"controller", "entry", "page", "table", "words"}
"""Names of modules that several pages of the window have."""

IN_SEVERAL_LAYERS = {
    "app", "audit", "build_info", "cards", "clock", "codes", "database", "desk",
    "desks", "errors", "feeds", "held_operations", "lock", "logs", "missing_operations",
    "neighbours", "news", "offers", "oidc", "paper_rows", "paths", "ports", "register",
    "rejection_details", "rejections", "retention", "scanner_setup", "season", "serving", "shares",
    "sign_in", "sounds", "statistics", "tables", "tickets", "transfers", "venues",
    "visit_pages",
}  # fmt: skip
"""Names of modules in several layers that are of one thing: its rule, its table, its words.

A module of another thing gets another name.
"""

WORDS = re.compile(rf"(?<![a-z])({'|'.join(OLD_WORDS)})(?![a-z])")
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "docs/"]
GIVEN = {"docs/contract.md", "docs/domain.md"}
"""Documents that others wrote."""
ESCAPE = re.compile(r"\\[a-z]")
"""Such as a new line, in the middle of a text in the source."""
CLASS = re.compile(r"^ *class (\w+)", re.MULTILINE)
PRODUCT = ("desk_app/", "sync/", "installer/")


def plain(text: str) -> str:
    """Lower case, with one space between words, those within an identifier included."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text)
    return re.sub(r"\s+", " ", apart).lower()


def prose_and_names(source: str) -> Iterator[str]:
    """Names, comments, docstrings and log records; texts for users and stored names are not."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NAME, tokenize.COMMENT):
            yield token.string
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="_log")), args=[ast.Constant(str(text)), *_]
            ):
                yield text


def old_words(source: str) -> set[str]:
    """The old words in a module's own words."""
    if not WORDS.search(plain(ESCAPE.sub(" ", source))):
        return set()  # quick: most modules need no parsing
    return {word for text in prose_and_names(source) for word in WORDS.findall(plain(text))}


def test_no_module_uses_a_word_of_earlier_versions() -> None:
    found = {}
    for path in MODULES:
        if path == Path(__file__):
            continue
        words = old_words(path.read_text(encoding="utf-8")) - KEPT.get(name_of(path), set())
        if words:
            found[name_of(path)] = sorted(words)
    assert found == {}


CODE_ALONE = re.compile(r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|#[^\n]*')
"""What is left out: strings and comments."""


def old_verbs(source: str) -> set[str]:
    """The names of a module that are made of an old verb; tests are named by sentences."""
    names = set(re.findall(r"\w+", CODE_ALONE.sub(" ", source)))
    return {
        name
        for name in names
        if not name.startswith("test_") and OLD_VERBS.search(name.replace("_", " "))
    }


def test_no_name_is_made_of_a_verb_with_many_meanings() -> None:
    found = {name_of(path): old_verbs(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {name: verbs for name, verbs in found.items() if verbs} == STORED_NAMES


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("def tell_data(): ...", "tell_data"),
        ("told = answer()", "told"),
        ("class Told: ...", "Told"),
        ("button.say(text)", "say"),
        ("x = f(SAID=1)  # said", "SAID"),
        ("def take_in(news): ...", "take_in"),
        ("class Heard: ...", "Heard"),
    ],
)
def test_an_old_verb_is_found(source: str, name: str) -> None:
    assert old_verbs(source) == {name}


@pytest.mark.parametrize(
    "source",
    [
        "def test_it_is_told(): ...",
        '"""Says so."""',
        "teller = essay",
        "x = taken",
        "x = 1  # as was said",
    ],
)
def test_prose_may_use_an_old_verb(source: str) -> None:
    assert old_verbs(source) == set()


def test_no_document_uses_a_word_of_earlier_versions() -> None:
    found = {}
    for path in FILES:
        name = name_of(path)
        if path.suffix == ".md" and name.startswith(tuple(DOCUMENTS)) and name not in GIVEN:
            words = set(WORDS.findall(plain(path.read_text(encoding="utf-8"))))
            if words:
                found[name] = sorted(words)
    assert found == {}


def test_no_file_is_named_by_a_word_of_earlier_versions() -> None:
    names = [str(path.relative_to(ROOT)) for path in MODULES]
    assert [name for name in names if WORDS.search(plain(name))] == []


def test_no_module_but_a_test_opens_with_a_riddle() -> None:
    """A test's first line is what it is about, and so often opens with one."""
    riddle = re.compile(r'\A"""(?:What|Who|Whose|Where|How|Whether|Why|When)\b')
    others = [path for path in MODULES if not path.name.startswith("test_")]
    assert [
        name_of(path) for path in others if riddle.match(path.read_text(encoding="utf-8"))
    ] == []


FRAGMENT = re.compile(
    r"(?:Above|As|At|Before|Below|By|For|From|Has|Hidden|In|Is|It|Its|Never"
    r"|Nobody|Not|Nothing|Of|On|Says|So|Somebody|That|Then|These|They|Those|To|Under|Until|Up"
    r"|Whatever|While|Who|Whose|With|Without)\b"
)
"""How a docstring opens that is half a sentence, or has no subject that a reader knows."""


def fragments(source: str) -> list[str]:
    """The public classes and functions of a module whose docstring opens with half a sentence."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    named = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]
    return [
        node.name
        for node in named
        if node.name[0] != "_" and FRAGMENT.match(ast.get_docstring(node) or "")
    ]


def test_no_public_docstring_of_the_product_opens_with_half_a_sentence() -> None:
    product = [path for path in MODULES if name_of(path).startswith(PRODUCT)]
    found = {name_of(path): fragments(path.read_text(encoding="utf-8")) for path in product}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "text", ["As high as wide.", "Hidden at first.", "It is over.", "Its name.", "Those here."]
)
def test_half_a_sentence_is_found(text: str) -> None:
    assert fragments(f'class Line:\n    """{text}"""') == ["Line"]
    assert fragments(f'class _Line:\n    """{text}"""') == []


def class_names(source: str) -> list[str]:
    """The classes of a module, as they are named without an underscore in front."""
    return [name.lstrip("_") for name in CLASS.findall(source)]


def test_no_class_name_occurs_twice_in_the_product() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        if name_of(path).startswith(PRODUCT):
            for name in class_names(path.read_text(encoding="utf-8")):
                places.setdefault(name, []).append(name_of(path))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_no_class_of_the_tests_is_called_as_one_of_the_product() -> None:
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for path in MODULES:
        names[name_of(path).startswith(PRODUCT)].update(
            class_names(path.read_text(encoding="utf-8"))
        )
    assert names[True] & names[False] == set()


def test_an_underscore_makes_no_other_name_of_a_class() -> None:
    assert class_names("class Row: ...\n\n    class _Row(QWidget): ...") == ["Row", "Row"]


def test_no_class_has_a_name_of_earlier_versions() -> None:
    names = {name for path in MODULES for name in CLASS.findall(path.read_text(encoding="utf-8"))}
    assert names & OLD_CLASSES.keys() == set()


def layer_of(path: Path) -> str:
    """The folder that stands for one layer: two deep, and any in the register."""
    folders = name_of(path).split("/")[:-1]
    return "/".join(folders if folders[:2] == ["sync", "server"] else folders[:2])


def test_no_module_name_occurs_twice_in_a_layer() -> None:
    """In another layer it is the same thing: its rule, its table, its words, its page."""
    product = [path for path in MODULES if name_of(path).startswith(PRODUCT)]
    names = Counter((layer_of(path), path.stem) for path in product if path.stem[0] != "_")
    twice = [where for where, times in names.items() if times > 1 and where[1] not in OF_EACH_PAGE]
    assert twice == []


def test_a_module_name_in_several_layers_is_of_one_thing() -> None:
    layers: dict[str, set[str]] = {}
    for path in MODULES:
        if name_of(path).startswith(PRODUCT) and path.stem[0] != "_":
            layers.setdefault(path.stem, set()).add(layer_of(path))
    several = {name for name, where in layers.items() if len(where) > 1}
    assert several - OF_EACH_PAGE == IN_SEVERAL_LAYERS


@pytest.mark.parametrize(
    "source",
    [
        "def read_cupboard(): ...",
        "class OpenCupboard: ...",
        "x = 1  # the cupboard",
        '"""The cupboard."""',
        '_log.info("the cupboard is open")',
    ],
)
def test_an_old_word_is_found(source: str) -> None:
    assert old_words(source) == {"cupboard"}


def test_texts_for_users_and_stored_names_are_let_through() -> None:
    assert old_words('code = "parcel_foreign"') == set()
