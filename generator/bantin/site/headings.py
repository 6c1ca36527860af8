"""Headings: titles whose lines do not break within the short names of agencies."""

from functools import lru_cache

from bantin.domain.text.unbroken_names import NamesByFirstWord, names_by_first_word, unbroken
from bantin.index import Directory


# A bulletin has a directory for each of its languages.
@lru_cache(maxsize=4)
def names_in_headings(directory: Directory) -> NamesByFirstWord:
    """All names of agencies, present and former ones."""
    return names_by_first_word(name for agency in directory.agencies for name in agency.every_name)


def heading(title: str, directory: Directory) -> str:
    """``title`` as a heading: with no-break spaces in the names of agencies."""
    return unbroken(title, names_in_headings(directory))
