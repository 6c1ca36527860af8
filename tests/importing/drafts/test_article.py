"""Drafts of articles."""

from bantin.importing.drafts.article import Page, article_draft
from bantin.importing.drafts.ids import ids_for
from bantin.importing.facts.model import Evidence, Found, NewsFacts
from bantin.importing.material import Place, PlaceKind
from tests.importing.facts.documents.layouts import known_names


def text_of(updated: str) -> str:
    found = Found(updated, Evidence(f"Cập nhật: {updated}", Place(PlaceKind.LINE, 2)))
    return article_draft(
        Page("tin.txt", "", NewsFacts(updated=found)), "tin.txt", ids_for(known_names(), (), ()), "vi"
    ).text


def test_a_day_of_change_without_a_time_is_told_and_is_no_value() -> None:
    text = text_of("2016-07-19")
    assert "\nupdated:" not in text
    assert "# Nguồn ghi ngày cập nhật mà không ghi giờ: 2016-07-19\n" in text
    assert "\nupdated: 2016-07-19T08:30+07:00  #?" in text_of("2016-07-19T08:30+07:00")
