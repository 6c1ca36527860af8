"""A bulletin in another language: the words of translations, and the facts of the originals."""

from msgspec.structs import replace

from bantin.domain.model import (
    Amendment,
    AmendmentKind,
    Article,
    Change,
    ChangeKind,
    FullText,
    Outline,
    Person,
    Photo,
    RecordFile,
    Signatory,
    SigningPlace,
    StaticPage,
    TranslatedAgreement,
    TranslatedChange,
    Translation,
)
from bantin.domain.provisions.reading import read_text
from bantin.index import Bulletin, index
from tests.index.contents import NOW, SITE, agreement, article, content, on, page, record, when

BOTH = replace(SITE, others=(replace(SITE, language="en", title="Bulletin"),))
WORDS = TranslatedAgreement(
    {"title": "On working together"},
    SigningPlace("Hanoi", "The hall"),
    people=(Person("B", "General", "Minister", role="chair"),),
)
SIGNED = article(
    "bai",
    title="Hai bộ ký",
    lead="Sa-pô.",
    published=when("2020-05-06"),
    tags=("Phối hợp",),
    photos=(Photo("content/media/a.png", "Lễ ký", "Hai bên", "Người chụp"),),
    agreement=agreement(
        title="Về phối hợp",
        number="01/QC",
        signed_on=on("2020-05-05"),
        signatories=(Signatory(Person("B", "Đại tướng", "Bộ trưởng"), "a"),),
        attended_by=(Person("C", position="Thứ trưởng"),),
        signed_at=SigningPlace("Hà Nội"),
        legal_basis=("Luật",),
        full_text=FullText(public=False, reason="Chưa có"),
    ),
)


def translation(of: Article | RecordFile | StaticPage = SIGNED, **changes: object) -> Translation:
    path = of.path.replace(".md", ".en.md")
    words = Translation(path, of.path, "en", "Two ministries sign", Outline(), "A lead.", digest=path, meta_digest=path)
    return replace(words, **changes)


def in_both(
    *items: Article | RecordFile | StaticPage, translations: tuple[Translation, ...] = (), drafts: bool = False
) -> tuple[Bulletin, Bulletin]:
    made = replace(content(*items, site=BOTH), translations=translations)
    vi, en = index(made, NOW, drafts=drafts).in_all_languages
    return vi, en


def test_a_summary_is_that_of_the_translation_or_else_of_the_original() -> None:
    one = replace(SIGNED, summary="Chia việc.")
    for said, shown in (("Who does what.", "Who does what."), ("", "Chia việc.")):
        vi, en = in_both(one, translations=(translation(summary=said),))
        assert (vi.articles[0].summary, en.articles[0].summary) == ("Chia việc.", shown)


def test_a_translation_gives_words_and_leaves_the_facts() -> None:
    words = translation(slug="signed", agreement=WORDS, photos=(Photo("content/media/a.png", "The signing"),))
    vi, en = in_both(SIGNED, translations=(words,))
    assert vi.articles == (SIGNED,)
    (made,) = en.articles
    assert (made.path, made.slug, made.original_slug, made.lang) == (words.path, "signed", "bai", "en")
    assert (made.title, made.lead, made.digest) == ("Two ministries sign", "A lead.", words.digest)
    assert (made.published, made.year, made.tags) == (SIGNED.published, SIGNED.year, SIGNED.tags)
    assert made.photos == (Photo("content/media/a.png", "The signing", "", "Người chụp"),)
    before, after = SIGNED.agreement, made.agreement
    assert before
    assert after
    assert (after.title, after.signed_at) == ("On working together", SigningPlace("Hanoi", "The hall"))
    assert after.signatories == (Signatory(Person("B", "General", "Minister", role="chair"), "a"),)
    # What has no words of its own keeps those of the original, and so does everything that is no wording.
    same = {"title", "signed_at", "signatories"}
    assert {name for name in after.__struct_fields__ if getattr(before, name) != getattr(after, name)} == same


def test_the_meta_digest_of_a_translation_changes_with_either_file() -> None:
    def translated_digest(original: str, words: str) -> str:
        _, english = in_both(replace(SIGNED, meta_digest=original), translations=(translation(meta_digest=words),))
        return english.articles[0].meta_digest

    assert len({translated_digest(*digests) for digests in (("a", "b"), ("c", "b"), ("a", "d"))}) == 3


def test_what_has_no_translation_is_there_as_it_is_and_says_in_which_language() -> None:
    french = article("fr", lang="fr")
    vi, en = in_both(SIGNED, french, page())
    assert {one.slug: one.lang for one in vi.articles} == {"bai": "", "fr": "fr"}
    assert {one.slug: one.lang for one in en.articles} == {"bai": "vi", "fr": "fr"}
    assert [one.lang for one in en.pages] == ["vi"]
    assert {one.title for one in en.articles} == {one.title for one in vi.articles}


def test_a_page_is_translated_too() -> None:
    about = page()
    vi, en = in_both(about, translations=(translation(about, slug="about"),))
    assert vi.pages == (about,)
    assert [(one.slug, one.title, one.lang) for one in en.pages] == [("about", "Two ministries sign", "en")]


def test_a_draft_of_a_translation_counts_among_drafts_alone() -> None:
    words = translation(draft=True)
    assert in_both(SIGNED, translations=(words,))[1].articles[0].title == "Hai bộ ký"
    assert in_both(SIGNED, translations=(words,), drafts=True)[1].articles[0].title == "Two ministries sign"


def test_a_translation_is_hidden_with_its_original() -> None:
    _, en = in_both(replace(SIGNED, draft=True), translations=(translation(),))
    assert en.articles == ()


def test_a_translation_into_a_language_that_is_not_published_counts_for_nothing() -> None:
    made = index(replace(content(SIGNED), translations=(translation(),)), NOW)
    assert made.others == ()
    assert made.articles == (SIGNED,)


TEXT, TRANSLATED = read_text("Điều 1. Phạm vi\n", 10), read_text("Article 1. Scope\n", 10)
RECORD = record("quy-che", text=TEXT, aliases=("cu",))


def test_a_record_has_the_words_of_its_translation_and_the_facts_of_the_original() -> None:
    words = translation(RECORD, title="", lead="", agreement=WORDS, text=TRANSLATED)
    vi, en = in_both(RECORD, translations=(words,))
    assert vi.record_files == (RECORD,)
    (found,) = en.record_files
    assert (found.path, found.title, found.lang) == (words.path, "On working together", "en")
    assert found.agreement.id == "quy-che"
    assert found.agreement.signed_on == RECORD.agreement.signed_on
    assert (found.text, found.text_lang, found.is_translation) == (TRANSLATED, "", True)
    assert len({found.meta_digest, RECORD.meta_digest, words.meta_digest}) == 3
    assert en.originals == {words.path: RECORD.path}


def test_a_text_without_a_translation_is_marked_as_being_in_its_own_language() -> None:
    _, en = in_both(RECORD, translations=(translation(RECORD, title="", agreement=WORDS),))
    (found,) = en.record_files
    assert (found.text, found.lang, found.text_lang, found.is_translation) == (TEXT, "en", "vi", False)
    _, en = in_both(RECORD)
    assert (en.record_files[0].lang, en.record_files[0].text_lang) == ("vi", "")


def test_an_amended_text_stays_in_its_own_language() -> None:
    repeal = Amendment(RECORD.agreement.id, "dieu-1", AmendmentKind.REPEAL)
    later = record("sua-doi", agreement=agreement(id="sua-doi", amends=(repeal,)))
    words = translation(RECORD, title="", lead="", agreement=WORDS, text=TRANSLATED)
    for draft, text in ((False, TEXT), (True, TRANSLATED)):
        _, en = in_both(RECORD, replace(later, draft=draft), translations=(words,))
        found = next(one for one in en.record_files if one.agreement.id == RECORD.agreement.id)
        assert (found.title, found.text, found.is_translation) == ("On working together", text, draft)


def test_the_notes_of_changes_are_translated_one_by_one() -> None:
    day, hour = when("2020-05-07"), when("2020-05-08T08:00+07:00")
    correction, update = Change(ChangeKind.CORRECTION, day, "Sai."), Change(ChangeKind.UPDATE, day, "Thêm.")
    other = Change(ChangeKind.UPDATE, hour, "Thêm nữa.")
    words = (
        TranslatedChange(day, "Wrong."),
        TranslatedChange(day, "Added.", ChangeKind.UPDATE),
        TranslatedChange(when("2020-05-08T01:00Z"), "More."),
    )
    for original in (replace(SIGNED, changes=(correction, update, other)), page(changes=(correction, update, other))):
        _, en = in_both(original, translations=(translation(original, changes=words),))
        (made,) = en.articles or en.pages
        assert [one.note for one in made.changes] == ["Wrong.", "Added.", "More."]
        assert [one.on for one in made.changes] == [day, day, hour]
    _, en = in_both(replace(SIGNED, changes=(correction,)), translations=(translation(),))
    assert en.articles[0].changes == (correction,)
