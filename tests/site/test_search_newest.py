"""The newest of what can be found: what a result shows and is narrowed by, newest first, and nothing without a day."""

from typing import Any

import pytest

from bantin.index import Bulletin
from bantin.site import search_newest
from bantin.site.views import JsonView
from tests.index.contents import agency, agreement, article, bulletin, on, page, record, when
from tests.site.plans import view_at


def newest(made: Bulletin) -> list[dict[str, Any]]:
    value: Any = view_at(made, "tim-kiem/newest.json", JsonView).value
    return list(value)


def test_a_result_shows_and_is_narrowed_by_the_facts_of_its_agreement() -> None:
    signed = agreement("a", "b", number="01/QC", signed_on=on("2020-05-06"), type="quy-che", fields=("y-te",))
    [one] = newest(bulletin(record("van-ban", agreement=signed), agency("a"), agency("b")))
    assert one == {
        "url": "van-ban/2020/ban-ghi/",
        "title": one["title"],
        "number": "01/QC",
        "status": "Đã ký – chưa rõ hiệu lực",
        "kind": "unknown",
        "date": "Ký ngày 06/05/2020",
        "own": "1",
        "parties": "Cơ quan A · Cơ quan B",
        "filters": {
            "agency": ("Cơ quan A", "Cơ quan B"),
            "year": ("2020",),
            "type": ("Quy chế",),
            "field": ("Y tế",),
            "status": ("Đã ký – chưa rõ hiệu lực",),
        },
    }


def test_the_newest_come_first_and_a_record_before_the_article_about_it() -> None:
    day = on("2020-05-06")
    made = bulletin(
        article("cu", published=when("2019-01-01"), agreement=None),
        article("tin", published=when("2020-05-06"), agreement=None),
        record("van-ban", agreement=agreement(signed_on=day)),
        article("moi", published=when("2021-01-01"), agreement=None),
    )
    assert [one["url"].split("/")[-2] for one in newest(made)] == ["moi", "ban-ghi", "tin", "cu"]


def test_what_has_no_day_is_not_among_them() -> None:
    assert newest(bulletin(article(published=None, agreement=None), page(), agency("a"))) == []


def test_there_are_no_more_than_a_slow_phone_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_newest, "_MOST", 2)
    made = bulletin(*(article(f"bai-{day}", published=when(f"2020-01-0{day}"), agreement=None) for day in range(1, 5)))
    assert [one["url"] for one in newest(made)] == ["bai-viet/2020/bai-4/", "bai-viet/2020/bai-3/"]
