"""Problems with the files of an output folder."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from bantin.content.discover import display_path
from bantin.content.files import peek_language
from bantin.domain.problems import BulletinError, Kind, Location, Problem
from bantin.output.publish import problems


class FileErrors(Struct, frozen=True):
    """Builds problems and errors for files in the output folder ``folder`` of the bulletin in ``root``."""

    folder: Path
    root: Path

    def problem(self, kind: Kind, path: str = "", **values: object) -> Problem:
        """Returns a problem of the file at ``path``, or of the folder itself."""
        return kind.at(Location(display_path(self.folder / path, self.root)), **values)

    def error(self, kind: Kind, path: str = "", **values: object) -> BulletinError:
        """Returns a problem that ends the build, as an exception in the language of the bulletin."""
        return BulletinError([self.problem(kind, path, **values)], peek_language(self.root))

    @contextlib.contextmanager
    def reporting(self, path: str = "") -> Iterator[None]:
        """Converts an ``OSError`` about the file at ``path`` into a ``BulletinError``."""
        try:
            yield
        except OSError as error:
            raise self.error(problems.CANNOT_WRITE, path, reason=error.strerror or error) from error
