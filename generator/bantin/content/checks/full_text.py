"""VALIDATE: checks an article's statement that the full text of its agreement is public, or that it is not."""

import re
from collections.abc import Iterator

from bantin.content.problems import repetitions as problems
from bantin.content.yaml.parser import Locate
from bantin.domain.model import Agreement, Body
from bantin.domain.problems import Problem

_CLAUSE = re.compile(r"\b(?:Điều|ĐIỀU|Article|ARTICLE)\s+\d")
_FEWEST_CLAUSES = 2
_SIGNED_COPY = "signed"


def check_full_text(agreement: Agreement, body: Body, path: str, locate: Locate) -> Iterator[Problem]:
    """Reports a text declared public that is nowhere to be found, and one declared not public that is published."""
    full_text = agreement.full_text
    if full_text is None:
        return
    if full_text.public:
        has_links = any("<a " in part for part in body.parts)
        if not (agreement.documents or has_links or _may_be_text(body)):
            yield problems.NOTHING_TO_READ.at(locate(("text_public",)).within(path))
        return
    for index, document in enumerate(agreement.documents):
        if document.kind == _SIGNED_COPY:
            at = locate(("documents", index, "file")).within(path)
            yield problems.SIGNED_BUT_CLOSED.at(at, file=document.file)


def _may_be_text(body: Body) -> bool:
    """Whether the article may contain the text itself, clause by clause, rather than a report of the signing."""
    return sum(len(_CLAUSE.findall(part)) for part in body.parts) >= _FEWEST_CLAUSES
