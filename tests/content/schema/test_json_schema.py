"""The JSON Schemas for text editors: every file that the program accepts is valid, and typical mistakes are not."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bantin.content.discover import Role, discover
from bantin.content.load import load_settings
from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.field_marks import Explained, Labelled, marks
from bantin.content.schema.json_schema import FileKind, Names, schema_of
from bantin.content.schema.record import RecordFields
from bantin.content.schema.site import SiteFields, VocabularyFields
from bantin.content.schema.translation import RecordTranslationFields, TranslationFields
from bantin.content.schema.unknown_values import fields_in
from bantin.content.schema.values import Fields
from bantin.domain.model import EventKind, Label, OwnField, OwnFieldKind, Term
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.durations import Duration
from bantin.scaffold import NewAgency, NewBulletin, agency_text, bulletin_files
from tests.bulletins import ARTICLE, TODAY, write

ROOT = Path(__file__).parents[3]
BULLETINS = sorted(
    [ROOT, *(site / "input" for site in (ROOT / "tests/sites").iterdir() if not site.name.startswith("problems"))]
)
KINDS: Mapping[Role, FileKind] = {
    Role.ARTICLE: FileKind.ARTICLE,
    Role.RECORD: FileKind.RECORD,
    Role.AGENCY: FileKind.AGENCY,
    Role.PAGE: FileKind.PAGE,
    Role.SITE: FileKind.SITE,
    Role.VOCABULARY: FileKind.VOCABULARY,
}
FIELDS: Mapping[FileKind, type[Fields]] = {
    FileKind.ARTICLE: ArticleFields,
    FileKind.RECORD: RecordFields,
    FileKind.AGENCY: AgencyFields,
    FileKind.PAGE: PageFields,
    FileKind.TRANSLATION: TranslationFields,
    FileKind.RECORD_TRANSLATION: RecordTranslationFields,
    FileKind.SITE: SiteFields,
    FileKind.VOCABULARY: VocabularyFields,
}


NO_NAMES = Names()


class Loader(yaml.SafeLoader):
    """Reads YAML as text editors do, with the types of the core schema of YAML 1.2: dates are texts, ``yes`` is one."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", [*"nN~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def with_texts_as_keys(value: Any) -> Any:
    """Keys of JSON are texts."""
    if isinstance(value, dict):
        return {
            str(key).lower() if isinstance(key, bool) else str(key): with_texts_as_keys(one)
            for key, one in value.items()
        }
    return [with_texts_as_keys(one) for one in value] if isinstance(value, list) else value


def values_in(text: str, *, has_body: bool) -> Any:
    front = re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)[1] if has_body else text
    return with_texts_as_keys(yaml.load(front, Loader))


def names_of(root: Path) -> Names:
    sources = discover(root).value
    assert sources
    settings = load_settings(root, sources).value
    assert settings
    assert settings.site
    assert settings.vocabulary
    site, vocabulary = settings.site, settings.vocabulary
    agencies = tuple(Term(source.stem, Label(source.stem)) for source in sources.of(Role.AGENCY))
    return Names(agencies, vocabulary.types, vocabulary.fields, site.sections, site.own_fields)


@cache
def validator(kind: FileKind, names: Names) -> Draft202012Validator:
    return Draft202012Validator(dict(schema_of(kind, names, "vi")))


def errors_of(kind: FileKind, value: object, names: Names = NO_NAMES) -> list[str]:
    """The places of what is wrong in ``value``, with the messages."""
    found = validator(kind, names).iter_errors(value)
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in found]


def files_in(root: Path) -> Iterator[tuple[str, FileKind]]:
    sources = discover(root).value
    for source in sources.files if sources else ():
        if source.role is Role.TRANSLATION:
            yield source.path, FileKind.RECORD_TRANSLATION if source.is_of_record else FileKind.TRANSLATION
        elif source.role in KINDS:
            yield source.path, KINDS[source.role]


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_is_a_valid_schema(kind: FileKind, language: Any) -> None:
    Draft202012Validator.check_schema(dict(schema_of(kind, Names(), language)))


@pytest.mark.parametrize("root", BULLETINS, ids=lambda root: root.relative_to(ROOT).as_posix())
def test_every_file_of_a_sound_bulletin_is_valid(root: Path) -> None:
    names = names_of(root)
    files = [*files_in(root)]
    assert {FileKind.SITE, FileKind.VOCABULARY} <= {kind for _, kind in files}
    found = {
        path: errors
        for path, kind in files
        if (errors := errors_of(kind, values_in((root / path).read_text(), has_body=path.endswith(".md")), names))
    }
    assert found == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_program_writes_is_valid(tmp_path: Path, language: Any) -> None:
    new = NewBulletin("Bản tin", "https://a.example/", language, "none", TODAY)
    root = write(tmp_path, bulletin_files(new))
    agency = agency_text(NewAgency("Bộ A", "Ministry A", ("BA",), "central", "bo-b", "https://a.vn/"), language)
    write(
        root, {"content/agencies/bo-a.yml": agency, "content/agencies/bo-c.yml": agency_text(NewAgency("C"), language)}
    )
    for path, kind in files_in(root):
        assert errors_of(kind, values_in((root / path).read_text(), has_body=path.endswith(".md"))) == []


def keys_in(schema: Any) -> Mapping[str, Any]:
    """The keys of the mapping that a schema is for, alone, as one of several, or in a list."""
    for one in (schema, *schema.get("anyOf", ())):
        for inner in (one, one.get("items", {}), one.get("additionalProperties")):
            for last in (inner, *(inner.get("anyOf", ()) if isinstance(inner, dict) else ())):
                if isinstance(last, dict) and "properties" in last and set(last["properties"]) != {"vi", "en"}:
                    keys: Mapping[str, Any] = last["properties"]
                    return keys
    return {}


def lacking(fields: type[Fields], keys: Mapping[str, Any], above: str) -> Iterator[str]:
    """What the schema with these keys lacks of ``fields``, at any depth, or has besides."""
    yield from (f"{above}.{key}" for key in set(fields.model_fields) ^ set(keys))
    labels, explained = marks(fields, Labelled), marks(fields, Explained)
    for key, info in fields.model_fields.items():
        shown = keys[key]
        if key in labels and shown.get("title") != labels[key].vi:
            yield f"{above}.{key}: title"
        if key in explained and shown.get("description") != explained[key].vi:
            yield f"{above}.{key}: description"
        inner = fields_in(info.annotation)
        if inner:
            yield from lacking(inner, keys_in(shown), f"{above}.{key}")


@pytest.mark.parametrize("kind", FileKind)
def test_every_key_is_there_with_its_name_and_its_explanation(kind: FileKind) -> None:
    assert list(lacking(FIELDS[kind], keys_in(schema_of(kind, Names(), "vi")), kind)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("lead:", "sapo:", ""),
        ("title: Hai cơ quan ký quy chế\n", "", ""),
        ("title: Hai cơ quan ký quy chế\n", "title:\n", "title"),
        ("published: 2020-05-06", "published: 06/05/2020", "published"),
        ("published: 2020-05-06", "published: 2020-05-06T07:30", "published"),
        ("type: quy-che", "typ: quy-che", "agreement"),
        ("  type: quy-che\n", "", "agreement"),
        ("[co-quan-a, co-quan-b]", "[co-quan-a]", "agreement"),
        ("[co-quan-a, co-quan-b]", "co-quan-a", "agreement"),
        ("signed_on: 2020-05-05", "signed_on: 20.5", "agreement"),
        ("signed_on: 2020-05-05", "signed_on: 2020-13-05", "agreement"),
        ("{name: Nguyễn Văn A, party: co-quan-a}", "{ten: Nguyễn Văn A}", "agreement"),
        ("scope: central", "scope: centrl", "agreement"),
        ("scope: central", "scope: toàn quốc", "agreement"),
        ("text_public: {no: Nội bộ}", "text_public: no", "agreement"),
        ("text_public: {no: Nội bộ}", "text_public: {maybe: x}", "agreement"),
        ("text_public: {no: Nội bộ}", "clauses: nhiều", "agreement"),
        ("text_public: {no: Nội bộ}", "clauses: 0", "agreement"),
        ("text_public: {no: Nội bộ}", "events: [{kind: signd}]", "agreement"),
        ("text_public: {no: Nội bộ}", "review: {every: PT}", "agreement"),
        ("authors: [Người viết]", "draft: maybe", "draft"),
        ("authors: [Người viết]", "source: {ten: A}", "source"),
        ("authors: [Người viết]", "gone: {on: 2020}", ""),
    ],
)
def test_mistakes_are_not_valid(old: str, new: str, place: str) -> None:
    assert old in ARTICLE
    assert errors_of(FileKind.ARTICLE, values_in(ARTICLE, has_body=True)) == []
    errors = errors_of(FileKind.ARTICLE, values_in(ARTICLE.replace(old, new), has_body=True))
    assert errors
    assert all(error.startswith(place) for error in errors), errors


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FileKind.AGENCY, "abbreviations: [A]\n"),
        (FileKind.AGENCY, "name: {vi: A, fr: B}\n"),
        (FileKind.AGENCY, "name: A\nlevel: national\n"),
        (FileKind.AGENCY, "name: A\nwebsite: www.a.vn\n"),
        (FileKind.PAGE, "title: A\npublished: 2020\n"),
        (FileKind.SITE, "title: A\n"),
        (FileKind.VOCABULARY, "types: {}\n"),
        (FileKind.VOCABULARY, "types: {Quy chế: A}\nfields: {}\n"),
        (FileKind.RECORD, "title: A\n"),
        (FileKind.TRANSLATION, "lead: A\n"),
        (FileKind.RECORD_TRANSLATION, "parties: [a, b]\n"),
    ],
)
def test_other_files_have_their_own_mistakes(kind: FileKind, text: str) -> None:
    assert errors_of(kind, values_in(text, has_body=False))


def test_of_what_is_gone_only_the_title_is_needed() -> None:
    gone = "title: A\ngone: {on: 2020, reason: Đăng nhầm}\n"
    for kind in (FileKind.ARTICLE, FileKind.RECORD, FileKind.PAGE):
        assert errors_of(kind, values_in(gone, has_body=False)) == []
        assert errors_of(kind, values_in(gone.replace("title: A", ""), has_body=False))


OWN = (
    OwnField("purpose", Label("Mục đích"), OwnFieldKind.TEXT),
    OwnField("annual", Label("Hằng năm"), OwnFieldKind.YES_NO),
    OwnField("rank", Label("Hạng"), OwnFieldKind.CHOICE, (Term("a1", Label("Loại một")), Term("b", Label("B")))),
)


def test_own_fields_are_keys_of_agreements() -> None:
    names = Names(own=OWN)
    facts = "  purpose: Phối hợp\n  annual: có\n  rank: loại MỘT\n"
    text = ARTICLE.replace("agreement:\n", f"agreement:\n{facts}")
    value = values_in(text, has_body=True)
    assert errors_of(FileKind.ARTICLE, value, names) == []
    assert errors_of(FileKind.ARTICLE, value)
    assert errors_of(FileKind.ARTICLE, values_in(text.replace("loại MỘT", "c"), has_body=True), names)
    record = keys_in(schema_of(FileKind.RECORD, names, "vi"))
    assert [record[key]["title"] for key in ("purpose", "annual", "rank")] == ["Mục đích", "Hằng năm", "Hạng"]
    assert "purpose" in keys_in(schema_of(FileKind.RECORD_TRANSLATION, names, "vi"))


def test_names_of_the_bulletin_are_offered_but_any_may_be_written() -> None:
    names = Names((Term("bo-a", Label("Bộ A", "Ministry A")),), (Term("quy-che", Label("Quy chế")),))
    schema: Any = schema_of(FileKind.RECORD, names, "en")
    assert {"const": "bo-a", "title": "Ministry A"} in schema["$defs"]["agencies"]["anyOf"]
    assert {"const": "quy-che", "title": "Quy chế"} in keys_in(schema)["type"]["anyOf"]
    agency = "name: B\nparent: Bộ mới\n"
    assert errors_of(FileKind.AGENCY, values_in(agency, has_body=False), names) == []


@pytest.mark.parametrize(
    "written", ["Gia hạn", "GIA  HẠN", "bị hủy bỏ", "bị huỷ bỏ", "hủy bỏ.", "EXTENDED", "sơ kết – tổng kết"]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_valid_in_every_spelling_that_the_program_reads(written: str, form: Any) -> None:
    events = [{"kind": unicodedata.normalize(form, written)}]
    errors = errors_of(FileKind.RECORD, {"type": "a", "parties": ["a", "b"], "fields": ["c"], "events": events})
    assert errors == []


DATES = st.from_regex(r"([0-9]{4}|XXXX)(-([01][0-9]|XX)(-([0-3][0-9]|XX))?)?[?~%]?", fullmatch=True)
TIMES = st.from_regex(r"T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-][01][0-9]:?[0-5][0-9])", fullmatch=True)


@given(DATES)
def test_every_date_is_valid(text: str) -> None:
    try:
        Edtf.parse(text)
    except ValueError:
        return
    value = int(text) if text.isdigit() else text
    assert errors_of(FileKind.AGENCY, {"name": "A", "successors": [{"agency": "b", "on": value}]}) == []


@given(DATES, TIMES)
def test_every_moment_is_valid(day: str, time: str) -> None:
    for text in (day + time, day + time.replace("T", " ")):
        try:
            Moment.parse(text, None)
        except ValueError:
            continue
        assert errors_of(FileKind.PAGE, {"title": "A", "updated": text, "embargo": text}) == []


@pytest.mark.parametrize("text", ["P1Y", "P1Y6M", "1 năm", "hằng quý", "hai năm một lần"])
def test_every_duration_is_valid(text: str) -> None:
    try:
        Duration.parse(text)
    except ValueError:
        assert Duration.parse_words(text)
    facts = {"type": "a", "parties": ["a", "b"], "fields": ["c"]}
    assert errors_of(FileKind.RECORD, {**facts, "review": {"every": text}}) == []


def test_each_kind_of_event_is_offered_with_its_word() -> None:
    events = keys_in(schema_of(FileKind.RECORD, Names(), "vi"))["events"]["anyOf"][0]["items"]["properties"]
    offered = {one["const"]: one["title"] for one in events["kind"]["anyOf"] if "const" in one}
    assert offered.keys() == set(EventKind)
    assert offered["extended"] == "gia hạn"


def test_the_keys_of_agreements_are_those_of_their_schema() -> None:
    article = keys_in(schema_of(FileKind.ARTICLE, Names(), "vi"))
    assert list(keys_in(article["agreement"])) == list(AgreementFields.model_fields)


def test_every_setting_and_every_key_of_the_vocabulary_has_a_name() -> None:
    for kind in (FileKind.SITE, FileKind.VOCABULARY):
        for key, schema in keys_in(schema_of(kind, Names(), "vi")).items():
            assert schema.get("title"), key
