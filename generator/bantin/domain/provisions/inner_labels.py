"""The labels of clauses and points, which depend on their place: ``1.`` in an article, ``a)`` in a clause."""

from collections.abc import Sequence

from bantin.domain.model.provision import ProvisionKind
from bantin.domain.provisions.drafts import Draft, Outline
from bantin.domain.provisions.labels import Label, clause_label, dotted_label, point_label
from bantin.domain.provisions.numbers import follows, order_of
from bantin.domain.provisions.scopes import Scope

K = ProvisionKind
# Letters that are also Roman numerals: '(i)' may be a number within a point.
_NUMERALS = frozenset("ivx")


def inner_label(text: str, outline: Outline, scope: Scope) -> tuple[Label | None, bool]:
    """The clause or point that begins with a line, and whether it is the next one in its sequence."""
    if text[0].isdigit() or text[0] in "(*_":
        found = _dotted_clause(text, outline) or _clause(text, outline, scope)
        if found is not None:
            return found
    return _point(text, outline, scope) or (None, False)


def _dotted_clause(text: str, outline: Outline) -> tuple[Label, bool] | None:
    """A clause such as ``2.1.`` in article 2; only the next one in sequence, since it could be a date or an amount."""
    article = outline.innermost(K.ARTICLE)
    label = dotted_label(text) if article else None
    if label is None or article is None:
        return None
    of_article, own = label.number.split(".")
    last = _last(article.children, K.CLAUSE)
    if of_article != article.number or (last is not None and "." not in last.number):
        return None
    return (label, True) if int(own) == (int(last.number.split(".")[1]) if last else 0) + 1 else None


def _clause(text: str, outline: Outline, scope: Scope) -> tuple[Label, bool] | None:
    label = clause_label(text)
    if label is None:
        return None
    if scope.has_articles:
        holder = outline.innermost(K.ARTICLE)
    elif scope.is_plain:
        holder = outline.innermost(K.ANNEX)
    else:
        holder = outline.innermost(K.SUBSECTION, K.SECTION, K.CHAPTER, K.PART)
    if holder is None and not scope.is_plain:
        return None
    siblings = holder.children if holder else outline.roots
    last = _last(siblings, K.CLAUSE)
    is_next = _is_next(label.number, last)
    if scope.is_plain and last is None and not is_next:
        return None
    if label.sign != "." and (not is_next or (last.sign != label.sign if last else bool(siblings))):
        return None
    return label, is_next


def _is_next(number: str, last: Draft | None) -> bool:
    own = order_of(K.CLAUSE, number)
    if own is None:
        return False
    before = order_of(K.CLAUSE, last.number) if last else None
    count = before.count if before else 0
    return own.count == count + 1 or (own.count == count and bool(own.inserted))


def _point(text: str, outline: Outline, scope: Scope) -> tuple[Label, bool] | None:
    label = point_label(text)
    holder = next((draft for draft in reversed(outline.open) if draft.kind is not K.POINT), None)
    if label is None or holder is None or holder.kind is K.ANNEX:
        return None
    if scope.has_articles and holder.kind not in (K.ARTICLE, K.CLAUSE):
        return None
    last = _last(holder.children, K.POINT)
    is_next = follows(label.number[0], last.number if last else "")
    if not is_next and (label.sign not in (")", "()") or label.number in _NUMERALS):
        return None
    return None if label.sign in ("(.", "(/") else (label, is_next)


def _last(drafts: Sequence[Draft], kind: ProvisionKind) -> Draft | None:
    return drafts[-1] if drafts and drafts[-1].kind is kind else None
