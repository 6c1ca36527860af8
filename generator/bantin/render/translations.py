"""The interface strings of themes, from gettext catalogues.

The ``.po`` files are read as they are: a theme needs no compiling, and what a translator edits is what is shown.
"""

import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bantin.content.discover import told_path
from bantin.domain.problems import Checked, Language, Location
from bantin.render import problems
from bantin.render.theme import Theme

_CATALOGUE = "LC_MESSAGES/messages.po"


def load_translations(theme: Theme, language: Language, root: Path) -> Checked[NullTranslations]:
    """The strings of ``theme`` in ``language``: a nearer layer wins; the templates' own English fills the gaps."""
    found = NullTranslations()
    for layer in reversed(theme.layers):
        path = layer.within("locale").get(f"{language}/{_CATALOGUE}")
        if path:
            try:
                nearer = _read(path, language)
            except (PoFileError, UnicodeDecodeError, ValueError, LookupError) as error:
                at = Location(told_path(path, root), getattr(error, "lineno", None) or 0)
                return Checked(None, (problems.BAD_CATALOGUE.at(at, reason=error),))
            nearer.add_fallback(found)
            found = nearer
    return Checked(found)


def _read(path: Path, language: Language) -> GNUTranslations:
    """The catalogue at ``path``. Its plural forms are those of ``language``, unless it says which it has."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
