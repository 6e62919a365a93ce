"""The program's version, licence and libraries."""

from importlib.metadata import PackageNotFoundError, metadata, version

from desk_app.services.updates import Update, UpdateCheck
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.fact_list import FactList
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.styling import label

LIBRARIES = (
    "PySide6_Essentials",
    "cryptography",
    "cv2-enumerate-cameras",
    "filelock",
    "keyring",
    "numpy",
    "opencv-python-headless",
    "packaging",
    "pillow",
    "platformdirs",
    "pydantic",
    "PyNaCl",
    "pywin32",
    "pyzbar",
    "requests",
    "SQLAlchemy",
    "sqlcipher3",
    "starlette",
    "tzdata",
    "urllib3",
    "uuid-utils",
    "uvicorn",
    "xlsxwriter",
    "zeroconf",
    "zxing-cpp",
)
"""What docs/licences.md names, as the packages are called."""
_LICENCE_FIELDS = ("License-Expression", "License")
_UNSAID = {"sqlcipher3": "Zlib"}
"""Licences that a package keeps in its source, and does not name itself."""


def libraries() -> list[tuple[str, str]]:
    """Each library that is here, with its version and licence as it says itself."""
    found = []
    for name in LIBRARIES:
        try:
            package = metadata(name)
        except PackageNotFoundError:
            continue
        licences = [
            text for field in _LICENCE_FIELDS for text in package.get_all(field) or () if text
        ]
        licence = licences[0] if licences else _classified(name) or _UNSAID[name]
        found.append((package["Name"], f"{package['Version']} · {licence.splitlines()[0]}"))
    return found


class AboutPart(SettingsPart):
    """Shows the version. The list of libraries opens below its button."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "info")
        self._licence = label("body", wrap=True)
        self._open = Button("link", context.icons, "down")
        self._open.setCheckable(True)
        self._libraries = FactList()
        self._libraries.hide()
        self._update = label("body", wrap=True)
        self.add(self._update, self._licence, in_a_row(self._open), self._libraries)
        context.app_status.changed.connect(self._show_update)
        self._open.toggled.connect(self._show_libraries)
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(self.tr("About"), f"Kaikuluukku {version('kaikuluukku')}")
        self._licence.setText(
            self.tr(
                "Free software under the European Union Public Licence 1.2. Qt and PySide6 are "
                "used under the GNU LGPL 3; the font is Inter, under the SIL Open Font License 1.1."
            )
        )
        self._open.set_texts(self.tr("Libraries and their licences"))
        self._show_update()

    def _show_update(self) -> None:
        check = self.context.app_status.update_check
        parts = [] if check.update is None else [self._new_version(check.update)]
        if check.is_suspect:
            parts.append(self._held_back(check))
        self._update.setVisible(bool(parts))
        self._update.setText("\n\n".join(parts))

    def _new_version(self, update: Update) -> str:
        there = self.tr("Version {version} is available. {notes} Download it from {address}.")
        return there.format(
            version=update.version,
            notes=update.note(self.context.language.code),
            address=update.address,
        )

    def _held_back(self, check: UpdateCheck) -> str:
        what = (
            self.tr("The list of new versions is older than one received earlier.")
            if check.outdated_since is None
            else self.tr("The list of new versions was valid until {day}.").format(
                day=self.context.language.words.date(check.outdated_since)
            )
        )
        why = self.tr("Newer lists may be blocked on the network. Tell your IT support.")
        return f"{what} {why}"

    def _show_libraries(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        if wanted:
            self._libraries.show_facts(libraries())
        self._libraries.setVisible(wanted)


def _classified(name: str) -> str:
    classifiers = metadata(name).get_all("Classifier") or []
    licences = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License")]
    return ", ".join(licences)
