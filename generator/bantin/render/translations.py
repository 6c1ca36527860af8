"""The interface strings of themes, from gettext catalogues.

Catalogues are read as ``.po`` files: themes need no compilation step.
"""

import io
from collections.abc import Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bantin.content.discover import display_path
from bantin.domain.problems import Checked, Language, Location, Problem
from bantin.render import problems
from bantin.render.theme import Theme
from bantin.site.program_messages import MESSAGES

_CATALOGUE = "LC_MESSAGES/messages.po"


def load_translations(theme: Theme, language: Language, root: Path) -> Checked[NullTranslations]:
    """The strings of ``theme`` in ``language``: nearer layers win; strings without a translation stay in English."""
    found = NullTranslations()
    for layer in reversed(theme.layers):
        path = layer.within("locale").get(f"{language}/{_CATALOGUE}")
        if path:
            try:
                nearer = _read(path, language)
            except (PoFileError, UnicodeDecodeError, ValueError, LookupError) as error:
                at = Location(display_path(path, root), getattr(error, "lineno", None) or 0)
                return Checked(None, (problems.BAD_CATALOGUE.at(at, reason=error),))
            nearer.add_fallback(found)
            found = nearer
    return Checked(found)


def load_wording(theme: Theme, language: Language, root: Path) -> Checked[Mapping[tuple[str, str], str]]:
    """The program's own texts that a theme words differently, by context and English text.

    A wording with a placeholder that the program does not fill is a problem. The catalogues must be valid.
    """
    said: dict[tuple[str, str], str] = {}
    found: list[Problem] = []
    paths = [layer.folder / "locale" / language / _CATALOGUE for layer in reversed(theme.layers) if not layer.bundled]
    for path in filter(Path.exists, paths):
        catalogue = _read(path, language)
        for one in MESSAGES:
            # The key of a message with a context in a compiled catalogue.
            key = f"{one.context}\4{one.en}"
            text = catalogue.gettext(key)
            if text != key:
                said[one.context, one.en] = text
                if not _gaps(text) <= _gaps(one.en):
                    at = Location(display_path(path, root))
                    found.append(problems.BAD_WORDING.at(at, text=text, message=one.en))
    return Checked(said, tuple(found))


def _gaps(text: str) -> frozenset[str | None]:
    """The placeholders in a text; a text that is not a valid format has one without a name."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return frozenset((None,))
    return frozenset(f"{gap}!{how or ''}:{form}" for _, gap, form, how in parts if gap is not None)


def _read(path: Path, language: Language) -> GNUTranslations:
    """Reads the catalogue at ``path``. If it does not declare its plural forms, those of ``language`` are used."""
    return GNUTranslations(io.BytesIO(_compiled(path.read_bytes(), language)))


@lru_cache(maxsize=16)
def _compiled(written: bytes, language: Language) -> bytes:
    """Compiles a catalogue. The result is cached, as a preview builds repeatedly with the same ones."""
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(written), locale=language, abort_invalid=True))
    return compiled.getvalue()
