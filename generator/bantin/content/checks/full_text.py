"""VALIDATE: checks a file's statement that the full text of its agreement is public, or that it is not."""

import re
from collections.abc import Iterator

from bantin.content.problems import repetitions as problems
from bantin.content.yaml.parser import Locate
from bantin.domain.model import Agreement, Body, RecordFile
from bantin.domain.problems import Problem

_CLAUSE = re.compile(r"\b(?:Điều|ĐIỀU|Article|ARTICLE)\s+\d")
_FEWEST_CLAUSES = 2


def check_full_text(agreement: Agreement, body: Body, path: str, locate: Locate) -> Iterator[Problem]:
    """Reports a text that is declared public but missing, and one that is declared not public but published.

    ``body`` is the text of the article that contains the agreement.
    """
    has_links = any("<a " in part for part in body.parts)
    yield from _check(agreement, path, locate, is_there=has_links or may_be_text(body))


def check_record_text(record: RecordFile, first_line: int, locate: Locate) -> Iterator[Problem]:
    """Like :func:`check_full_text`, for a record whose file may have the text itself, from ``first_line`` on."""
    full_text = record.agreement.full_text
    yield from _check(record.agreement, record.path, locate, is_there=record.has_text)
    if record.has_text and full_text and not full_text.public:
        yield problems.TEXT_BUT_CLOSED.at(locate(("text_public",)).within(record.path), line=first_line)


def _check(agreement: Agreement, path: str, locate: Locate, *, is_there: bool) -> Iterator[Problem]:
    full_text = agreement.full_text
    if full_text is None:
        return
    if full_text.public:
        if not (agreement.documents or is_there):
            yield problems.NOTHING_TO_READ.at(locate(("text_public",)).within(path))
        return
    for index, document in enumerate(agreement.documents):
        if document.is_signed_copy:
            at = locate(("documents", index, "file")).within(path)
            yield problems.SIGNED_BUT_CLOSED.at(at, file=document.file)


def may_be_text(body: Body) -> bool:
    """Whether the article may contain the text itself, clause by clause, rather than a report of the signing."""
    return sum(len(_CLAUSE.findall(part)) for part in body.parts) >= _FEWEST_CLAUSES
