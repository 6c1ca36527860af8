"""A new article: its path, and the given facts in it."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.domain.problems import LANGUAGES, Language, Severity
from bantin.domain.text.slugs import is_slug
from bantin.scaffold import (
    NewAgreement,
    NewArticle,
    article_path,
    article_text,
    record_path,
    record_text,
    short_slug,
)
from tests.bulletins import COMPLETE, problems_of, write

AGREEMENT = NewAgreement("quy-che", ("co-quan-a", "co-quan-b"), ("an-ninh",))
NEW = NewArticle(
    title="Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp",
    published=date(2025, 11, 24),
    agreement=AGREEMENT,
)
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)


def front_matter(text: str) -> dict[str, object]:
    """The front matter with every scalar as it is written."""
    _, matter, _ = text.split("---\n", 2)
    loaded: dict[str, object] = yaml.load(matter, Loader=yaml.BaseLoader)
    return loaded


@pytest.mark.parametrize(
    ("title", "path"),
    [
        (NEW.title, "content/articles/2025/bo-cong-an-va-van-phong-quoc-hoi-ky-quy-che-phoi-hop.md"),
        ("Đ", "content/articles/2025/d.md"),
        ("2012", "content/articles/2025/2012.md"),
        ("../../x", "content/articles/2025/x.md"),
    ],
)
def test_an_article_belongs_to_the_year_of_its_publication_under_its_title(title: str, path: str) -> None:
    assert article_path(replace(NEW, title=title)) == path


def test_the_name_of_a_file_is_not_too_long_and_ends_with_a_whole_word() -> None:
    path = article_path(replace(NEW, title="Quy chế phối hợp " * 20))
    stem = Path(path).stem
    assert len(stem) <= 80
    assert set(stem.split("-")) == {"quy", "che", "phoi", "hop"}


@given(TITLES)
def test_every_title_makes_a_slug_or_is_refused(title: str) -> None:
    try:
        path = article_path(replace(NEW, title=title))
    except ValueError:
        return
    folder, _, name = path.rpartition("/")
    assert folder == "content/articles/2025"
    assert is_slug(name.removesuffix(".md"))


@pytest.mark.parametrize("title", ["", "…", "“”", "協定"])
def test_a_title_without_letters_is_refused(title: str) -> None:
    with pytest.raises(ValueError, match=f"^{title}$"):
        article_path(replace(NEW, title=title))


@given(TITLES, st.sampled_from(LANGUAGES))
def test_a_title_is_read_as_it_was_given_whatever_signs_it_has(title: str, language: Language) -> None:
    assert front_matter(article_text(replace(NEW, title=title), language))["title"] == title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_given_stands_in_the_front_matter(language: Language) -> None:
    given_facts = NewAgreement("quy-che", ("a", "b", "c"), ("x", "y"), "XXXX-08-18")
    article = replace(NEW, agreement=given_facts)
    matter = front_matter(article_text(article, language))
    agreement = matter["agreement"]
    assert isinstance(agreement, dict)
    assert (matter["published"], matter["draft"]) == ("2025-11-24", "true")
    assert (agreement["type"], agreement["parties"], agreement["fields"]) == ("quy-che", ["a", "b", "c"], ["x", "y"])
    assert agreement["signed_on"] == "XXXX-08-18"


@given(TITLES, st.sampled_from(LANGUAGES))
def test_the_title_of_a_record_is_its_subject_line(title: str, language: Language) -> None:
    assert front_matter(record_text(title, AGREEMENT, language))["title"] == title


def test_a_record_has_the_keys_of_the_agreement_of_an_article_and_is_a_draft() -> None:
    for language in LANGUAGES:
        matter = front_matter(article_text(NEW, language))
        record = front_matter(record_text("Quy chế", AGREEMENT, language))
        assert isinstance(matter["agreement"], dict)
        assert list(record) == [*matter["agreement"], "draft"]
        assert record == {**matter["agreement"], "title": "Quy chế", "draft": "true"}


def test_news_about_known_records_has_no_facts_of_its_own() -> None:
    matter = front_matter(article_text(NewArticle("Tin", date(2025, 11, 24), about=("mot", "2012")), "vi"))
    assert matter["about"] == ["mot", "2012"]
    assert "agreement" not in matter


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_record_is_sound_as_it_is(tmp_path: Path, language: Language) -> None:
    path = record_path(short_slug("Quy chế phối hợp phòng, chống thiên tai"))
    assert path == "content/agreements/quy-che-phoi-hop-phong-chong-thien-tai.md"
    root = write(tmp_path, COMPLETE, {path: record_text("Quy chế phối hợp", AGREEMENT, language)})
    problems = problems_of(root, drafts=True)
    assert {(problem.code, problem.severity) for problem in problems} == {("absent", Severity.WARNING)}


def test_both_languages_offer_the_same_keys_and_only_known_ones() -> None:
    vi, en = (front_matter(article_text(NEW, language)) for language in LANGUAGES)
    assert list(vi) == list(en)
    assert isinstance(vi["agreement"], dict)
    assert isinstance(en["agreement"], dict)
    assert list(vi["agreement"]) == list(en["agreement"])
    assert set(vi) <= set(ArticleFields.model_fields)
    assert set(vi["agreement"]) <= set(AgreementFields.model_fields)


@pytest.mark.parametrize("signed_on", ["", "2025-11-20", "2025-11", "2025", "XXXX-08-18"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_article_is_sound_as_it_is(tmp_path: Path, language: Language, signed_on: str) -> None:
    article = replace(NEW, agreement=replace(AGREEMENT, signed_on=signed_on))
    root = write(tmp_path, COMPLETE, {article_path(article): article_text(article, language)})
    problems = problems_of(root, drafts=True)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    # Only gaps to fill in are reported.
    assert {problem.code for problem in problems} == {"absent"}
