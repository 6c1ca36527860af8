"""Key tables of the guides for editors, views and wording for themes: ``python -m docs.keys`` writes them."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.field_marks import Expected, Explained, Labelled, Suggested, marks
from bantin.content.schema.record import RecordFields
from bantin.content.schema.translation import TranslatedAgreementFields
from bantin.content.schema.values import Fields
from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.site import views
from bantin.site.program_messages import MESSAGES

DOCS = Path(__file__).resolve().parent
_HEAD = Label("| khóa | nghĩa |", "| key | meaning |")
_REQUIRED, _SUGGESTED = Label("bắt buộc", "required"), Label("nên có", "suggested")


def table_of(fields: type[Fields], language: Language, apart_from: type[Fields] = Fields) -> str:
    """The keys of a mapping as a table: required ones first, then suggested ones; without those of another mapping."""
    labels, explained = marks(fields, Labelled), marks(fields, Explained)
    rows: dict[str, list[str]] = {need.text(language): [] for need in (_REQUIRED, _SUGGESTED, Label())}
    for key in [key for key in fields.model_fields if key not in apart_from.model_fields]:
        label = labels[key].label.text(language)
        meaning = explained[key].label.text(language) if key in explained else label[0].lower() + label[1:]
        rows[_need(fields, key).text(language)].append(f"| `{key}` | {meaning} |")
    lines = [f"{line} {need} |".replace("|  |", "| |") for need, some in rows.items() for line in some]
    return "\n".join([f"{_HEAD.text(language)} |", "|---|---|---|", *lines])


def _need(fields: type[Fields], key: str) -> Label:
    if fields.model_fields[key].is_required() or key in marks(fields, Expected):
        return _REQUIRED
    return _SUGGESTED if key in marks(fields, Suggested) else Label()


def view_fields() -> str:
    """Every view with its fields and their types."""
    lines = []
    named = [getattr(views, name) for name in views.__all__]
    shown = [view for view in named if isinstance(view, type) and view is not views.View]
    for view in sorted(shown, key=lambda view: (not issubclass(view, views.View), view.__name__)):
        doc = " ".join((view.__doc__ or "").split("\n\n")[0].split())
        lines.append(f"**{view.__name__}**: {doc}\n")
        for field in msgspec.structs.fields(view):
            kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", "")
            kind = kind if not hasattr(field.type, "__args__") else str(field.type)
            kind = re.sub(r"\b(?:[a-z_]+\.)+([A-Z])", r"\1", str(kind))
            lines.append(f"- `{field.name}`: {kind}")
        lines.append("")
    return "\n".join(lines).strip()


def wording() -> str:
    """The texts on pages that come from the program, by context, for the catalogues of themes."""
    rows = (f"| `{one.context}` | {one.en} | {one.vi} |" for one in MESSAGES)
    return "\n".join(["| msgctxt | msgid | in Vietnamese |", "|---|---|---|", *rows])


LISTS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "editors.vi.md": {
        "keys of an article": lambda: table_of(ArticleFields, "vi"),
        "keys of an agreement": lambda: table_of(AgreementFields, "vi"),
        "keys of a record": lambda: table_of(RecordFields, "vi", AgreementFields),
        "keys of a translated agreement": lambda: table_of(TranslatedAgreementFields, "vi"),
    },
    "editors.en.md": {
        "keys of an article": lambda: table_of(ArticleFields, "en"),
        "keys of an agreement": lambda: table_of(AgreementFields, "en"),
        "keys of a record": lambda: table_of(RecordFields, "en", AgreementFields),
        "keys of a translated agreement": lambda: table_of(TranslatedAgreementFields, "en"),
    },
    "themes.md": {"views": view_fields, "wording": wording},
}
"""The generators of lists, by the document and the name in the markers around the list."""


def renewed(text: str, name: str, made: str) -> str:
    """``text`` with a new list between its markers; raises ``ValueError`` if there are no such markers."""
    marker = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    if marker.search(text) is None:
        raise ValueError(name)
    return marker.sub(lambda match: f"{match[1]}\n{made}\n\n{match[2]}", text)


def main() -> None:
    """Writes the lists into the documents."""
    for file, lists in LISTS.items():
        text = (DOCS / file).read_text(encoding="utf-8")
        for name, make in lists.items():
            text = renewed(text, name, make())
        (DOCS / file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
