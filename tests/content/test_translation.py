"""VALIDATE: translations: words of their originals, and no facts."""

import pytest
from msgspec.structs import replace

from bantin.content.translation import check_translations
from bantin.domain.model import (
    Amendment,
    AmendmentKind,
    Change,
    ChangeKind,
    Person,
    Photo,
    SigningPlace,
    TranslatedAgreement,
    Translation,
)
from bantin.domain.provisions.reading import read_text
from tests.content.readings import file_of, read_translation, told
from tests.index.contents import agreement, article, page, record, when

PATH = "content/articles/2020/bai.en.md"
ORIGINAL = "content/articles/2020/bai.md"
WHOLE = """\
title: Two ministries sign
lead: A lead.
slug: signed
photos: [{src: anh.png, alt: The signing, caption: Both sides}]
agreement:
  title: On working together
  signed_at: {place: Hanoi, venue: The hall}
  effective_method: from the day of signing
  legal_basis: The law
  contact: [The office]
  text_reason: No reason given
  people: [{name: Nguyễn Văn A, rank: General, position: Minister, also: Member, role: chair}]
draft: yes
"""


def translation(front_matter: str = "title: Two ministries sign\n") -> Translation:
    reading = read_translation(file_of(front_matter, "Text.\n"), PATH)
    assert told(reading.problems) == []
    assert reading.value is not None
    return reading.value


def test_a_translation_has_the_words_of_everything() -> None:
    made = translation(WHOLE)
    assert (made.path, made.original, made.language) == (PATH, ORIGINAL, "en")
    assert (made.title, made.lead, made.slug, made.draft) == ("Two ministries sign", "A lead.", "signed", True)
    assert made.photos == (Photo("content/articles/2020/anh.png", "The signing", "Both sides"),)
    assert made.agreement == TranslatedAgreement(
        texts={
            "title": "On working together",
            "effective_method": "from the day of signing",
            "legal_basis": ("The law",),
            "contact": ("The office",),
        },
        signed_at=SigningPlace("Hanoi", "The hall"),
        text_reason="No reason given",
        people=(Person("Nguyễn Văn A", "General", "Minister", ("Member",), "chair"),),
    )


def test_a_title_is_all_that_a_translation_needs() -> None:
    made = translation()
    assert (made.lead, made.slug, made.photos, made.agreement) == ("", "", (), TranslatedAgreement())


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("published: 2020-01-01\n", ["fact-in-translation"]),
        ("tags: [x]\nsection: x\n", ["fact-in-translation"] * 2),
        ("agreement: {signed_on: 2020-01-01, parties: [a, b]}\n", ["fact-in-translation"] * 2),
        ("agreement: {events: [{kind: extended}]}\n", ["fact-in-translation"]),
        ("agreement: {titel: x}\n", ["unknown-key"]),
        ("leed: x\n", ["unknown-key"]),
        ("slug: Á\n", ["bad-slug"]),
    ],
)
def test_a_translation_can_contradict_no_fact(lines: str, codes: list[str]) -> None:
    reading = read_translation(file_of(f"title: T\n{lines}", "Text.\n"), PATH)
    assert reading.value is None
    assert sorted(problem.code for problem in reading.problems) == codes
    assert {problem.location.path for problem in reading.problems} == {PATH}


SIGNED = article(
    "bai",
    lead="Sa-pô.",
    photos=(Photo("content/articles/2020/anh.png", "Lễ ký"),),
    agreement=agreement(title="Về phối hợp", presided_by=(Person("Nguyễn Văn A"),)),
)
PHOTO = "photos: [{src: anh.png, alt: The signing}]\n"


@pytest.mark.parametrize(
    ("front_matter", "languages", "codes"),
    [
        (f"title: T\nlead: L\n{PHOTO}agreement: {{title: On, people: [{{name: Nguyễn Văn A}}]}}\n", ["en"], []),
        ("title: T\n", ["en"], ["translation-incomplete"] * 3),
        (f"title: T\nlead: L\n{PHOTO}agreement: {{title: On, people: [{{name: B}}]}}\n", ["en"], ["not-in-original"]),
        (
            "title: T\nlead: L\nphotos: [{src: anh.png, alt: x}, {src: b.png, alt: x}]\nagreement: {title: On}\n",
            ["en"],
            ["not-in-original"],
        ),
        (f"title: T\nlead: L\n{PHOTO}agreement: {{title: On}}\n", [], ["translation-not-published"]),
    ],
)
def test_a_translation_is_held_against_its_original(front_matter: str, languages: list[str], codes: list[str]) -> None:
    met = check_translations([translation(front_matter)], [SIGNED], frozenset(), languages)  # type: ignore[arg-type]
    assert [problem.code for problem in met] == codes


@pytest.mark.parametrize(("summary", "codes"), [("", ["translation-incomplete"]), ("summary: S\n", [])])
def test_a_summary_is_to_be_translated_too(summary: str, codes: list[str]) -> None:
    made = translation(f"title: T\n{summary}")
    met = check_translations([made], [article("bai", summary="Chia việc.")], frozenset(), ["en"])
    assert [problem.code for problem in met] == codes
    made = of_record(f"title: T\nsigned_at: Hanoi\n{summary}", WHOLE_TEXT)
    met = check_translations([made], [replace(RECORD, summary="Chia việc.")], frozenset(), ["en"])
    assert [problem.code for problem in met] == codes


def test_a_translation_needs_an_original_unless_that_is_broken() -> None:
    one = translation()
    (problem,) = check_translations([one], [article("khac"), page()], frozenset(), ["en"])
    assert (problem.code, problem.location.path) == ("translation-without-original", PATH)
    assert list(check_translations([one], [], frozenset({ORIGINAL}), ["en"])) == []


def test_a_page_has_no_photos_and_no_people_to_translate() -> None:
    path = "content/pages/gioi-thieu.en.md"
    data = file_of("title: T\nphotos: [{src: a.png, alt: x}]\nagreement: {people: [{name: B}]}\n", "Text.\n")
    made = read_translation(data, path).value
    assert made is not None
    codes = [problem.code for problem in check_translations([made], [page()], frozenset(), ["en"])]
    assert codes == ["not-in-original"] * 2


OF_RECORD = "content/agreements/quy-che.en.md"


def of_record(front_matter: str, text: str = "") -> Translation:
    reading = read_translation(file_of(front_matter, text), OF_RECORD)
    assert told(reading.problems) == []
    assert reading.value is not None
    return reading.value


def test_a_translation_of_a_record_has_the_words_at_the_top_and_a_text_of_provisions() -> None:
    people = "people: [{name: Nguyễn Văn A, rank: General}]\n"
    made = of_record(
        f"title: On joint work\ntext_reason: none given\n{people}draft: yes\n", "\nArticle 1. Scope\nAll.\n"
    )
    assert (made.original, made.language, made.draft, made.title) == ("content/agreements/quy-che.md", "en", True, "")
    assert made.agreement == TranslatedAgreement(
        {"title": "On joint work"}, text_reason="none given", people=(Person("Nguyễn Văn A", "General"),)
    )
    assert made.text
    assert [(one.anchor, one.line) for one in made.text.walk()] == [("article-1", 8)]
    assert of_record("title: On joint work\n").text is None


@pytest.mark.parametrize(
    ("front_matter", "text", "problem"),
    [
        ("signed_on: 2020-01-01\n", "", ("fact-in-translation", 2)),
        ("updated: 2020-01-01T08:00+07:00\n", "", ("fact-in-translation", 2)),
        ("titel: x\n", "", ("unknown-key", 2)),
        ("agreement: {title: x}\n", "", ("unknown-key", 2)),
        ("title: x\n", "Article 1. One\n\nArticle 3. Three\n", ("provision-missing", 6)),
    ],
)
def test_what_is_wrong_in_a_translation_of_a_record_is_reported(
    front_matter: str, text: str, problem: tuple[str, int]
) -> None:
    reading = read_translation(file_of(front_matter, text), OF_RECORD)
    assert problem in [(one.code, one.location.line) for one in reading.problems]


RECORD = record(
    "quy-che",
    agreement=agreement(id="quy-che", title="Về phối hợp", presided_by=(Person("Nguyễn Văn A"),)),
    text=read_text("Điều 1. Phạm vi\nTất cả.\n\nĐiều 2. Hiệu lực\nNgay.\n", 10),
)
WHOLE_TEXT = "Article 1. Scope\nAll.\n\nArticle 2. Effect\nAt once.\n"


@pytest.mark.parametrize(
    ("front_matter", "text", "codes"),
    [
        ("title: T\npeople: [{name: Nguyễn Văn A}]\n", WHOLE_TEXT, []),
        ("title: T\n", "", []),
        ("signed_at: Hanoi\n", "", ["translation-incomplete"]),
        ("title: T\npeople: [{name: B}]\n", "", ["not-in-original"]),
        ("title: T\n", "Article 1. Scope\n", ["provision-not-translated"]),
        ("title: T\n", f"{WHOLE_TEXT}1. One.\n", ["provision-not-in-original"]),
    ],
)
def test_a_translation_of_a_record_is_held_against_its_original(front_matter: str, text: str, codes: list[str]) -> None:
    met = check_translations([of_record(front_matter, text)], [RECORD], frozenset(), ["en"])
    assert [problem.code for problem in met] == codes


def test_a_text_is_translated_only_if_the_original_is_published() -> None:
    made = of_record("title: T\n", WHOLE_TEXT)
    (problem,) = check_translations([made], [replace(RECORD, text=None)], frozenset(), ["en"])
    assert (problem.code, problem.location.path) == ("translated-text-without-original", OF_RECORD)


def test_a_translation_of_an_amended_text_is_reported() -> None:
    repeal = Amendment("quy-che", "dieu-1", AmendmentKind.REPEAL)
    later = record("sua-doi", agreement=agreement(id="sua-doi", amends=(repeal,)))
    met = check_translations([of_record("title: T\n", WHOLE_TEXT)], [RECORD, later], frozenset(), ["en"])
    assert [(one.code, one.location.path) for one in met] == [("translated-text-amended", OF_RECORD)]


def test_notes_that_readers_are_told_are_translated_and_of_changes_that_the_original_has() -> None:
    day = when("2020-05-07")
    original = article(
        "bai",
        changes=(Change(ChangeKind.CORRECTION, day, "Sai."), Change(ChangeKind.MINOR, when("2020-05-08"), "Nhỏ.")),
    )
    head = "title: Two ministries sign\n"

    def found(changes: str) -> list[str]:
        return told(check_translations([translation(f"{head}{changes}")], [original], frozenset(), ["en"]))

    assert found("") == ["0:0+1 translation-incomplete"]
    assert found("changes: [{on: 2020-05-07, note: Wrong.}]\n") == []
    assert found("changes: [{on: 2020-05-07, kind: correction, note: Wrong.}]\n") == []
    assert found("changes: [{on: 2020-05-07, kind: update, note: Wrong.}]\n") == [
        "0:0+1 translation-incomplete",
        "3:16+10 not-in-original",
    ]
