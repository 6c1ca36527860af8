"""The page of all corrections."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Change, ChangeKind
from bantin.site.views import CorrectionsView
from tests.index.contents import SITE, article, bulletin, page, quick, record, when
from tests.site.plans import view_at, views_of

URL = "dinh-chinh/"


def correction(on: str, note: str = "Sai.") -> Change:
    return Change(ChangeKind.CORRECTION, when(on), note)


def test_corrections_of_all_that_is_written_are_there_the_newest_first() -> None:
    made = bulletin(
        article(changes=(correction("2021-05-01", "Sai ngày."), correction("2023-05-01T08:00+07:00"))),
        record("x", changes=(correction("2022-05-01", "Sai số."),)),
        page(changes=(correction("2020-05-01"), Change(ChangeKind.UPDATE, when("2024-01-01"), "Thêm."))),
        site=replace(SITE, page_size=20),
    )
    view = view_at(made, URL, CorrectionsView)
    assert [(one.link.label, one.link.url, one.on.iso, one.note) for one in view.corrections] == [
        ("Bài bai", "bai-viet/2020/bai/", "2023-05-01T08:00:00+07:00", "Sai."),
        ("Bản x", "van-ban/2015/x/", "2022-05-01", "Sai số."),
        ("Bài bai", "bai-viet/2020/bai/", "2021-05-01", "Sai ngày."),
        ("Trang gioi-thieu", "gioi-thieu/", "2020-05-01", "Sai."),
    ]
    assert (view.title, view.total) == ("Đính chính", 4)


def test_many_corrections_take_several_pages() -> None:
    made = bulletin(article(changes=tuple(correction(f"2021-05-{day:02}") for day in range(1, 6))))
    views = views_of(made, CorrectionsView)
    assert [view.url for view in views] == [URL, "dinh-chinh/trang/2/", "dinh-chinh/trang/3/"]
    assert [one.on.iso[-2:] for view in views for one in view.corrections] == ["05", "04", "03", "02", "01"]


def test_the_page_is_there_without_any() -> None:
    view = view_at(bulletin(article()), URL, CorrectionsView)
    assert (view.corrections, view.total) == ((), 0)


@quick
@given(st.permutations([article("a"), article("b"), record("c"), record("d")]))
def test_the_order_does_not_depend_on_that_of_the_files(items: list[object]) -> None:
    changed = [replace(item, changes=(correction("2021-05-01"),)) for item in items]  # type: ignore[type-var]
    made = bulletin(*changed, site=replace(SITE, page_size=20))  # type: ignore[arg-type]
    found = [one.link.url for one in view_at(made, URL, CorrectionsView).corrections]
    assert found == ["van-ban/2015/c/", "van-ban/2015/d/", "bai-viet/2020/a/", "bai-viet/2020/b/"]
