"""Own fields of agreements for pages and data."""

from bantin.domain.model import Agreement, OwnField, OwnFieldKind, ShownIn
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site import labels
from bantin.site.cards import date_view
from bantin.site.views import OwnFactView


def own_facts(agreement: Agreement, shown: ShownIn, directory: Directory) -> tuple[OwnFactView, ...]:
    """The own fields that are ``shown`` there, in the order of the settings; an empty value is unknown."""
    given, site = dict(agreement.own), directory.site
    return tuple(_fact(one, given.get(one.key, ""), directory) for one in site.own_fields if shown in one.shown)


def own_value(field: OwnField, text: str) -> str | int | bool | None:
    """A value in the type that it has in data; ``None`` if it is missing."""
    if not text:
        return None
    match field.kind:
        case OwnFieldKind.YES_NO:
            return text == "true"
        case OwnFieldKind.NUMBER:
            return int(text)
    return text


def _fact(field: OwnField, text: str, directory: Directory) -> OwnFactView:
    language, value = directory.site.language, own_value(field, text)
    label = field.label.text(language)
    if value is None:
        return OwnFactView(label)
    match field.kind:
        case OwnFieldKind.DATE:
            return OwnFactView(label, date=date_view(Edtf.parse(text), language))
        case OwnFieldKind.NUMBER:
            return OwnFactView(label, number=int(value))
        case OwnFieldKind.YES_NO:
            return OwnFactView(label, labels.YES_NO[bool(value)].on(directory.site))
        case OwnFieldKind.CHOICE:
            return OwnFactView(label, next(one.label.text(language) for one in field.choices if one.id == text))
    return OwnFactView(label, text, in_words_of_article=True)
