"""The addresses of official lists, and the names of their office files."""

from collections.abc import Mapping

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.site import addresses
from bantin.site.addresses import WORDS

DOCX, XLSX = ".docx", ".xlsx"


class ListWords(Struct, frozen=True):
    """The words of these addresses in one language: of the folder, and of the files of all records and of a year."""

    folder: str
    file: str
    year_file: str


LIST_WORDS: Mapping[Language, ListWords] = {
    "vi": ListWords("danh-muc", "danh-muc-van-ban", "danh-muc-het-hieu-luc"),
    "en": ListWords("lists", "list-of-agreements", "no-longer-in-force"),
}


def lists(language: Language, year: int | None = None) -> str:
    """The address of the index of the lists, ``van-ban/danh-muc/``, or of the list of ``year``."""
    parts = (LIST_WORDS[language].folder, *([str(year)] if year is not None else []))
    return addresses.register(WORDS[language], *parts)


def list_file(language: Language, suffix: str, year: int | None = None) -> str:
    """The address of the list of all agreements, or of the list of ``year``, as an office file.

    ``van-ban/danh-muc/danh-muc-van-ban.docx``, ``van-ban/danh-muc/2024/danh-muc-het-hieu-luc-2024.docx``. The name says
    what the file is, since readers keep it.
    """
    words = LIST_WORDS[language]
    name = words.file if year is None else f"{words.year_file}-{year}"
    return f"{lists(language, year)}{name}{suffix}"
