"""INDEX: records with files of their own, and the news about them."""

from typing import Any

from bantin.index import Period
from tests.index.contents import agreement, article, bulletin, record, when


def ids(found: Any) -> list[str]:
    return [one.agreement.id for one in found]


def test_a_record_needs_no_news() -> None:
    found = bulletin(record("mot"))
    assert ids(found.register.records) == ["mot"]
    assert found.register.records[0].home is found.record_files[0]
    assert (found.register.records[0].article, dict(found.register.news)) == (None, {})
    assert found.by_period[Period(2015, 3, 10)] == found.homes_by_agency["a"] == found.record_files


def test_news_about_records_is_found_by_all_that_these_are_found_by() -> None:
    news = article("le-ky", about=("mot", "hai", "khong-co"), published=when("2015-03-11"))
    two = record("hai", agreement=agreement("c", "d", id="hai", type="ke-hoach", fields=("y-te",)))
    found = bulletin(news, record("mot"), two)
    (shown,) = found.articles
    assert [one.id for one in shown.told] == ["mot", "hai"]
    assert all(found.by_agency[agency] == (shown,) for agency in "abcd")
    assert found.by_type == {"quy-che": (shown,), "ke-hoach": (shown,)}
    assert found.by_field == {"an-ninh": (shown,), "y-te": (shown,)}
    assert found.register.news == {"mot": (shown,), "hai": (shown,)}
    # It stands in the archive by its own day: the records stand there by theirs.
    assert found.by_period[Period(2015, 3, 11)] == (shown,)
    assert shown not in found.by_period[Period(2015, 3, 10)]
    assert set(found.homes_by_agency["a"]) == {found.record_files[1]}


def test_the_first_dated_article_reports_the_signing() -> None:
    told = [
        article("moi", about=("mot",), published=when("2020-01-01")),
        article("cu", about=("mot",), published=when("2015-03-11")),
        article("khong-ro", about=("mot",)),
    ]
    (one,) = bulletin(*told, record("mot")).register.records
    assert one.article
    assert one.article.slug == "cu"


def test_an_article_depends_on_what_it_tells_of() -> None:
    news = article("le-ky", about=("mot",))
    before, after = (
        bulletin(news, record("mot", agreement=agreement(id="mot", title=title))).articles[0] for title in ("Cũ", "Mới")
    )
    assert len({news.meta_digest, before.meta_digest, after.meta_digest}) == 3


def test_news_may_be_about_a_record_that_is_part_of_another_article() -> None:
    own = article("bai", agreement=agreement(), about=("ban-ghi",))
    later = article("nhin-lai", about=("ban-ghi",))
    found = bulletin(own, later)
    assert [one.slug for one in found.register.news["ban-ghi"]] == ["nhin-lai"]
    assert {one.slug: len(one.agreements) for one in found.articles} == {"bai": 1, "nhin-lai": 1}


def test_a_draft_is_shown_to_editors_alone() -> None:
    draft, news = record("mot", draft=True), article("le-ky", about=("mot",))
    found = bulletin(news, draft)
    assert (found.record_files, found.register.records, found.articles[0].told) == ((), (), ())
    assert found.hidden == {"content/agreements/mot.md"}
    assert ids(bulletin(news, draft, drafts=True).register.records) == ["mot"]
