"""The addresses of official lists, and the names of their office files."""

from bantin.domain.problems import Language
from bantin.site import addresses
from bantin.site.addresses import WORDS

DOCX, XLSX = ".docx", ".xlsx"


def lists(language: Language, year: int | None = None) -> str:
    """The address of the index of the lists, ``van-ban/danh-muc/``, or of the list of ``year``."""
    words = WORDS[language]
    return addresses.register(words, words.lists, *([str(year)] if year is not None else []))


def list_file(language: Language, suffix: str, year: int | None = None) -> str:
    """The address of the list of all agreements, or of the list of ``year``, as an office file.

    ``van-ban/danh-muc/danh-muc-van-ban.docx``, ``van-ban/danh-muc/2024/danh-muc-het-hieu-luc-2024.docx``. The name says
    what the file is, since readers keep it.
    """
    words = WORDS[language]
    name = words.list_file if year is None else f"{words.year_list_file}-{year}"
    return f"{lists(language, year)}{name}{suffix}"
