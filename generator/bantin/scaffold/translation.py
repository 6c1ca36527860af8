"""The template of a new translation: the texts of its original as comments, and a placeholder for each.

Which keys a translation has is declared by its schema.
"""

from collections.abc import Iterator, Mapping
from typing import get_args, get_type_hints

from bantin.content.schema.field_marks import unmarked
from bantin.content.schema.translation import TranslatedAgreementFields
from bantin.content.schema.values import Fields, Text, Texts
from bantin.content.schema.words import NO, YES_NO
from bantin.content.yaml.keys import NOT_GIVEN
from bantin.content.yaml.parser import Plain
from bantin.domain.problems import Language
from bantin.domain.text.leftovers import TRANSLATION_PLACEHOLDERS
from bantin.scaffold.article import yaml_scalar

_PLACEHOLDERS: Mapping[tuple[Language, Language], str] = {
    ("vi", "en"): "(ghi nội dung bằng tiếng Anh)",
    ("vi", "vi"): "(ghi nội dung bằng tiếng Việt)",
    ("en", "en"): "(fill in the English text)",
    ("en", "vi"): "(fill in the Vietnamese text)",
}
_SLUGS: Mapping[Language, str] = {
    "vi": "slug:                 # tên trong địa chỉ của bản dịch; bỏ trống thì như bản gốc",
    "en": "slug:                 # the name in the address of the translation; empty: that of the original",
}
_DRAFTS: Mapping[Language, str] = {
    "vi": "draft: true           # xóa dòng này khi đã dịch xong",
    "en": "draft: true           # remove this line when the translation is finished",
}
_PEOPLE = ("signatories", "presided_by", "attended_by")
# What identifies an item of a list; it stays as it is in the original.
_IDENTITY: Mapping[str, tuple[str, ...]] = {"photos": ("src",), "people": ("name",), "changes": ("on", "kind")}
_MINOR = "minor"


def translation_text(
    original: Mapping[str, Plain], fields: type[Fields], languages: tuple[Language, Language], *, has_text: bool
) -> str:
    """Returns the text of the file of a translation of ``original``, the front matter of an article, page or record.

    ``fields`` are those of the translation, ``languages`` that of the comments and the one to translate into.
    """
    language, _ = languages
    lines = [*_lines(original, fields, _PLACEHOLDERS[languages])]
    slug = [_SLUGS[language]] if "slug" in fields.model_fields else []
    body = f"\n{TRANSLATION_PLACEHOLDERS[language]}\n" if has_text else ""
    return "".join(f"{line}\n" for line in ("---", *lines, *slug, _DRAFTS[language], "---")) + body


def _lines(original: Mapping[str, Plain], fields: type[Fields], gap: str) -> Iterator[str]:
    """The lines of the keys that ``original`` has a text for; ``gap`` stands for each text."""
    hints = get_type_hints(fields, include_extras=True)
    given = {**original, **_gathered(original)} if issubclass(fields, TranslatedAgreementFields) else original
    for key in fields.model_fields:
        value, hint = given.get(key), unmarked(hints[key])
        inner = next(
            (one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, Fields)), None
        )
        if isinstance(value, str) and hint == Text:
            yield from _text(key, value, gap)
        elif hint == Texts:
            yield from _nested(key, [line for one in _texts(value) for line in _item([*_text("", one, gap)])])
        elif key in _IDENTITY and inner and isinstance(value, list):
            yield from _nested(key, [line for one in value for line in _item([*_entry(key, one, inner, gap)])])
        elif inner and isinstance(value, str):
            yield from _text(key, value, gap)
        elif inner and isinstance(value, dict):
            yield from _nested(key, [*_lines(value, inner, gap)])


def _gathered(agreement: Mapping[str, Plain]) -> dict[str, Plain]:
    """The keys of a translated agreement that its original has in another form: its people, the reason for secrecy."""
    lists = [value for key in _PEOPLE if isinstance(value := agreement.get(key), list)]
    people = {one["name"]: one for some in lists for one in some if isinstance(one, dict) and "name" in one}
    public = agreement.get("text_public")
    answer, _, reason = public.partition(":") if isinstance(public, str) else ("", "", "")
    for name, value in (public if isinstance(public, dict) else {answer: reason.strip()}).items():
        if YES_NO.read(name) == NO and value:
            return {"people": [*people.values()], "text_reason": value}
    return {"people": [*people.values()]}


def _entry(key: str, value: Plain, fields: type[Fields], gap: str) -> Iterator[str]:
    """The lines of an item of a list; none if it has no texts of its own."""
    if not isinstance(value, dict) or value.get("kind") == _MINOR:
        return
    texts = [*_lines({name: one for name, one in value.items() if name not in _IDENTITY[key]}, fields, gap)]
    if texts:
        named = ((name, value[name]) for name in _IDENTITY[key] if name in value)
        yield from (f"{name}: {yaml_scalar(one)}" for name, one in named if isinstance(one, str))
        yield from texts


def _texts(value: Plain | None) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [one for one in several if isinstance(one, str) and one not in NOT_GIVEN]


def _text(key: str, value: str, gap: str) -> Iterator[str]:
    if value not in NOT_GIVEN:
        yield f"# {' '.join(value.split())}"
        yield f"{key}: {gap}" if key else gap


def _nested(key: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{key}:"
        yield from (f"  {line}" for line in lines)


def _item(lines: list[str]) -> Iterator[str]:
    """The lines of an item of a list, after its dash; comments that come first stand before it."""
    begun = False
    for line in lines:
        is_before = not begun and line.startswith("#")
        yield line if is_before else f"  {line}" if begun else f"- {line}"
        begun = begun or not is_before
