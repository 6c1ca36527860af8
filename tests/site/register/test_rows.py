"""Records as rows of tables."""

from typing import Any

from msgspec.structs import replace

from bantin.domain.model import DatedName, Label
from bantin.index import Bulletin
from bantin.site.cards import date_view
from bantin.site.register.rows import row, value_of
from bantin.site.views import DateView, LinkView, RowView, StatusView
from tests.index.contents import SITE, agency, bulletin, on
from tests.site.register.records import record


def first_row(found: Bulletin) -> RowView:
    return row(found.register.records[0], found.directory)


def row_of(**changes: Any) -> RowView:
    return first_row(bulletin(record("bai", **changes)))


def test_a_row_tells_what_is_known_of_a_record() -> None:
    told = row_of(
        number="01/QC", title="Quy chế", fields=("y-te", "an-ninh"), signed="2012-11-20", effective_on=on("2013")
    )
    assert told == RowView(
        id="bai",
        number="01/QC",
        title="Quy chế",
        url="bai-viet/2020/bai/",
        parties=("Cơ quan A", "Cơ quan B"),
        type="Quy chế",
        signed=DateView("2012-11-20", "20/11/2012", "ngày 20 tháng 11 năm 2012", "Thứ Ba, 20/11/2012", True),
        status="Còn hiệu lực",
        facets=("nam/2012", "loai/quy-che", "linh-vuc/y-te", "linh-vuc/an-ninh", "tinh-trang/con-hieu-luc"),
        standing=StatusView(
            kind="in_force",
            link=LinkView("Còn hiệu lực", "van-ban/tinh-trang/con-hieu-luc/"),
            since=date_view(on("2013"), "vi"),
            word="Còn hiệu lực",
            meaning="van-ban/tinh-trang/#con-hieu-luc",
        ),
        agencies=("a", "b"),
    )


def test_the_row_of_a_record_of_which_little_is_known_makes_nothing_up() -> None:
    told = row_of()
    assert (told.number, told.title, told.signed) == ("", "Bài bai", None)
    assert told.facets[0] == "nam/chua-ro"
    assert told.status == "Đã ký – chưa rõ hiệu lực"


def test_the_parties_have_their_names_of_the_day() -> None:
    old = agency("a", former_names=(DatedName(Label("Cơ quan cũ"), until=on("2012")),))
    made = bulletin(record("bai", signed="2012-11-20"), old, agency("b", "Kia"))
    assert first_row(made).parties == ("Cơ quan cũ", "Kia")


def test_a_row_is_in_the_language_of_the_site() -> None:
    told = first_row(bulletin(record("bai", signed="2012"), site=replace(SITE, language="en")))
    assert (told.type, told.status) == ("Regulation", "Signed – not known whether in force")
    assert told.facets[:3] == ("year/2012", "types/quy-che", "fields/an-ninh")
    assert told.facets[3].startswith("status/signed")


def test_a_row_is_made_once() -> None:
    found = bulletin(record("bai"))
    assert first_row(found) is first_row(found)
    assert hash(first_row(found)) == hash(replace(first_row(found), title="Khác"))


def test_the_value_of_a_list_is_the_end_of_its_address() -> None:
    assert value_of(LinkView("Năm 2012", "van-ban/nam/2012/", 3)) == "2012"
