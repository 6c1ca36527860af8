"""Which facts differ between two versions of an article or a record."""

from collections.abc import Iterator

from bantin.domain.model import Agreement, Facts

# Fields of the model that are part of the value of another key, or have another name than their key.
_KEYS = {"indefinite": "expires_on", "full_text": "text_public"}
_APART = frozenset({"agreement", "references"})


def changed_facts(before: Facts, after: Facts) -> tuple[str, ...]:
    """The keys of front matter whose values differ, such as ``title`` or, in an article, ``agreement.signed_on``.

    If only one of the versions has an agreement, the key is ``agreement``.
    """
    return tuple(dict.fromkeys(_changed(before, after)))


def _changed(before: Facts, after: Facts) -> Iterator[str]:
    for name in Facts.__struct_fields__:
        if name not in _APART and getattr(before, name) != getattr(after, name):
            yield name
    if before.agreement and after.agreement:
        # Only articles have a title besides that of the agreement.
        prefix = "agreement." if before.title or after.title else ""
        yield from (prefix + key for key in _changed_in(before.agreement, after.agreement))
    elif before.agreement is not after.agreement:
        yield "agreement"


def _changed_in(before: Agreement, after: Agreement) -> Iterator[str]:
    for name in Agreement.__struct_fields__:
        if name != "own" and getattr(before, name) != getattr(after, name):
            yield _KEYS.get(name, name)
    was, now = dict(before.own), dict(after.own)
    yield from (key for key in dict.fromkeys((*was, *now)) if was.get(key) != now.get(key))
