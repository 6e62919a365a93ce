"""The window's language: Qt's translator and our messages, changed together at run time."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desk_app.messages import Messages, Translate
from desk_app.services.errors import DeskError
from sync.rules.languages import Language as LanguageCode
from sync.rules.policy import Policy
from sync.rules.venues import Venue

WordingFactory = Callable[[Translate, str], Messages]

_SPOKEN: Mapping[LanguageCode, tuple[str, str]] = {
    "fi": ("Suomi", "fi_FI"),
    "sv": ("Svenska", "sv_FI"),
    "en": ("English", "en_GB"),
}
"""Each language's own name, never translated, and its locale."""
NAMES: Mapping[str, str] = {code: name for code, (name, _) in _SPOKEN.items()}
_LOCALES: Mapping[str, str] = {code: locale for code, (_, locale) in _SPOKEN.items()}

_log = logging.getLogger(__name__)


class TranslationMissingError(DeskError):
    """A language's catalogue is not where it belongs: the installation is broken."""

    code = "translation_missing"


class Language(QObject):
    """The current language. Widgets learn of a change by Qt's ``LanguageChange`` event."""

    def __init__(self, app: QCoreApplication, folder: Path, messages: WordingFactory) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._messages = messages
        self._installed: list[QTranslator] = []
        self._others: dict[str, Messages] = {}
        self.code = "en"
        self._policy = Policy()
        self._venues: tuple[Venue, ...] = ()
        self.words = self._spoken(_translate, "en")

    @property
    def locale(self) -> QLocale:
        """The locale for dates and times."""
        return QLocale(_LOCALES[self.code])

    def choose(self, code: str) -> None:
        """Change the language to ``fi``, ``sv`` or ``en``.

        Raises ``TranslationMissingError``, and leaves everything as it was.
        """
        ours = QTranslator(self)
        if not ours.load(str(self._folder / f"kaikuluukku_{code}.qm")):
            raise TranslationMissingError(language=code)
        new = [ours]
        theirs = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if theirs.load(f"qtbase_{code}", folder):
            new.insert(0, theirs)
        elif code != "en":  # English is what Qt speaks by itself
            _log.warning("Qt has no translation for %s here: its menus stay English", code)
        old, self._installed = self._installed, new
        self.code = code
        self.words = self._spoken(_translate, code)
        QLocale.setDefault(self.locale)
        for translator in old:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        for translator in new:
            self._app.installTranslator(translator)

    def follow_policy(self, policy: Policy, venues: Sequence[Venue] = ()) -> None:
        """Use the age limits of this policy, and these venues' names, from now on."""
        if (policy, tuple(venues)) != (self._policy, self._venues):
            self._policy, self._venues = policy, tuple(venues)
            self._others.clear()
            self.choose(self.code)

    def words_in(self, code: str) -> Messages:
        """Sentences in a language that need not be the window's, as for a form to print.

        Raises ``TranslationMissingError``.
        """
        if code not in self._others:
            self._others[code] = self._read(code)
        return self._others[code]

    def _read(self, code: str) -> Messages:
        translator = QTranslator(self)
        if not translator.load(str(self._folder / f"kaikuluukku_{code}.qm")):
            raise TranslationMissingError(language=code)

        def translate(
            context: str, key: str, disambiguation: str | None = None, n: int = -1, /
        ) -> str:
            return translator.translate(context, key, disambiguation, n) or key

        return self._spoken(translate, code)

    def _spoken(self, translate: Translate, code: str) -> Messages:
        return self._messages(translate, code).under(self._policy, self._venues)

    def remove_translators(self) -> None:
        """Remove the translators: their window is gone."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []


def _translate(context: str, key: str, disambiguation: str | None = None, n: int = -1, /) -> str:
    return QCoreApplication.translate(context, key, disambiguation, n)
