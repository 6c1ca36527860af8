"""DISCOVER: reports files without a place in the content folder, with the place that they were probably meant for.

Paths are from the root of the bulletin.
"""

import re
from collections.abc import Collection, Iterator

from bantin.content.problems import file_places as problems
from bantin.domain.problems import Location, Problem
from bantin.domain.text.suggestions import nearest

_FOLDERS = ("agencies", "agreements", "articles", "documents", "media", "pages")
# Folders whose Markdown files lie right in them.
_FLAT = ("agreements", "pages")
_SETTINGS = ("site", "vocabulary")
_YEAR = re.compile(r"(?:[12][0-9]{3}|undated)")
_DIGITS = re.compile(r"[12][0-9]{3}(?![0-9])")
# A name that means Markdown or YAML: 'bai.MD', 'bai.markdown', 'bai.md.txt', 'bo.yaml', 'bo.yml.txt'.
_MARKDOWN = re.compile(r"(?P<stem>.+?)\.(?i:md|markdown|mdown)(?:\.[^/.]*)?")
_YAML = re.compile(r"(?P<stem>.+?)\.(?i:ya?ml)(?:\.[^/.]*)?")
_TRANSLATION = re.compile(r"(?P<stem>.+)\.(?P<language>[A-Za-z]{2})\.md")


def misplaced(path: str) -> Problem:
    """Reports what is wrong with the place or the name of the file ``path``."""
    at = Location(path)
    _, *folders, name = path.split("/")
    top = folders[0] if folders else ""
    if not folders:
        return _at_top(name, at)
    if top == "root":
        return problems.NOT_FOR_ROOT.at(at)
    if top not in _FOLDERS:
        near = nearest(top, _FOLDERS)
        rest = "/".join((*folders[1:], name))
        return problems.ELSEWHERE.at(at, path=f"content/{near}/{rest}") if near else problems.NOWHERE.at(at)
    if top == "articles":
        return _in_articles(folders[1:], name, at)
    if top == "agencies":
        return _in_agencies(name, at, is_deep=len(folders) > 1)
    markdown = _MARKDOWN.fullmatch(name)
    if markdown and top in _FLAT:
        right = f"{markdown['stem']}.md"
        if len(folders) > 1:
            return problems.ELSEWHERE.at(at, path=f"content/{top}/{right}")
        return problems.WRONG_SUFFIX.at(at, suffix=".md", name=right) if right != name else problems.NOWHERE.at(at)
    return problems.NO_TEXT_HERE.at(at) if markdown else problems.NOWHERE.at(at)


def other_languages(paths: Collection[str]) -> Iterator[Problem]:
    """Reports those of ``paths``, which have texts, that are named like translations into an unsupported language."""
    for path in paths:
        match = _TRANSLATION.fullmatch(path)
        if match and f"{match['stem']}.md" in paths:
            stem = match["stem"].rpartition("/")[2]
            original = f"{match['stem']}.md"
            yield problems.OTHER_LANGUAGE.at(Location(path), original=original, language=match["language"], stem=stem)


def _at_top(name: str, at: Location) -> Problem:
    yaml, markdown = _YAML.fullmatch(name), _MARKDOWN.fullmatch(name)
    stem = yaml["stem"] if yaml else name.partition(".")[0]
    near = nearest(stem.lower(), _SETTINGS) if yaml or stem.lower() in _SETTINGS else None
    if near:
        return problems.WRONG_SUFFIX.at(at, suffix=f"{near}.yml", name=f"{near}.yml")
    return problems.NO_YEAR.at(at, name=f"{markdown['stem']}.md") if markdown else problems.NOWHERE.at(at)


def _in_articles(folders: list[str], name: str, at: Location) -> Problem:
    markdown = _MARKDOWN.fullmatch(name)
    right = f"{markdown['stem']}.md" if markdown else name
    if not folders:
        return problems.NO_YEAR.at(at, name=right)
    year, *inner = folders
    if not _YEAR.fullmatch(year):
        digits = _DIGITS.search("".join(year.split()))
        return problems.NOT_A_YEAR.at(at, folder=year, year=digits[0] if digits else "2026")
    if not markdown:
        return problems.NOWHERE.at(at)
    above = "/".join(("content/articles", year))
    if not inner:
        if right.startswith("index."):
            return problems.ELSEWHERE.at(at, path=f"{above}/bai/{right}")
        return problems.WRONG_SUFFIX.at(at, suffix=".md", name=right)
    if right.lower() == "index.md" and len(inner) == 1:
        return problems.WRONG_SUFFIX.at(at, suffix="index.md", name="index.md")
    named = f"{inner[-1]}.md" if right == "index.md" else right
    return problems.TOO_DEEP.at(at, path=f"{above}/{named}")


def _in_agencies(name: str, at: Location, *, is_deep: bool) -> Problem:
    yaml, markdown = _YAML.fullmatch(name), _MARKDOWN.fullmatch(name)
    known = yaml or markdown
    right = f"{known['stem'] if known else name.partition('.')[0]}.yml"
    if is_deep:
        return problems.ELSEWHERE.at(at, path=f"content/agencies/{right}")
    return problems.WRONG_SUFFIX.at(at, suffix=".yml", name=right)
