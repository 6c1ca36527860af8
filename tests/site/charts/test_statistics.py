"""The register in numbers: bars and tables have the numbers of the lists behind them."""

from hypothesis import given, settings

from bantin.domain.model import Article
from bantin.index import Bulletin
from bantin.site.charts import statistics_page
from bantin.site.views import BarChartView, StatisticsView
from tests.conftest import examples
from tests.index.contents import agreement, article, articles, bulletin, on, quick
from tests.site.charts.corpora import registers
from tests.site.charts.drawings import Drawn


def view_of(made: Bulletin) -> StatisticsView:
    (page,) = statistics_page(made)
    view = page.blank(made.directory)
    assert isinstance(view, StatisticsView)
    return view


def drawn(made: Bulletin) -> Drawn:
    (page,) = statistics_page(made)
    return Drawn(page, made)


def numbers(chart: BarChartView) -> dict[str, int]:
    """The numbers of the bars that lead somewhere, by the address."""
    return {bar.url: bar.count for bar in chart.bars if bar.url}


def signed(*years: str | None) -> Bulletin:
    """A bulletin of one agreement for each of ``years``."""
    return bulletin(
        *(
            article(f"bai-{number}", agreement=agreement(id=f"r-{number}", signed_on=on(year) if year else None))
            for number, year in enumerate(years)
        )
    )


@quick
@given(articles())
def test_every_number_is_that_of_the_register(found: list[Article]) -> None:
    made = bulletin(*found)
    view, register = view_of(made), made.register
    assert view.total == len(register.records)
    assert numbers(view.years) == {
        f"van-ban/nam/{year or 'chua-ro'}/": len(records) for year, records in register.by_year.items()
    }
    assert numbers(view.fields) == {f"van-ban/linh-vuc/{one}/": len(all_) for one, all_ in register.by_field.items()}
    assert numbers(view.types) == {f"van-ban/loai/{one}/": len(all_) for one, all_ in register.by_type.items()}
    assert sorted(numbers(view.statuses).values()) == sorted(map(len, register.by_status.values()))
    assert sum(bar.count for bar in view.years.bars) == sum(bar.count for bar in view.types.bars) == view.total
    assert sum(bar.count for bar in view.statuses.bars) == view.total


@settings(quick, max_examples=examples(25))
@given(registers())
def test_the_drawing_and_the_table_of_a_chart_say_the_same_and_lead_to_the_same(made: Bulletin) -> None:
    page, view = drawn(made), view_of(made)
    charts = {"years": view.years, "statuses": view.statuses, "fields": view.fields, "types": view.types}
    for anchor, chart in charts.items():
        shown = page.texts(f"//figure[.//h2[@id='bt-{anchor}']]//svg//text")
        said = [[bar.label, str(bar.count)] for bar in chart.bars]
        assert [list(pair) for pair in zip(shown[::2], shown[1::2], strict=True)] == said
        assert page.rows(anchor) == said
        assert page.links(anchor, "svg") == page.links(anchor, "tbody") == list(numbers(chart))


def test_years_are_shown_latest_first_and_those_between_without_an_agreement_stand_as_one() -> None:
    bars = view_of(signed("2012-11-20", "2012", None, "2016", "2018-05")).years.bars
    assert [(bar.label, bar.count) for bar in bars] == [
        ("Năm 2018", 1),
        ("Năm 2017", 0),
        ("Năm 2016", 1),
        ("Năm 2013–2015", 0),
        ("Năm 2012", 2),
        ("Chưa rõ năm ký", 1),
    ]
    assert [bar.known for bar in bars] == [True] * 5 + [False]
    assert [bool(bar.url) for bar in bars] == [True, False, True, False, True, True]


def test_a_date_without_its_year_counts_as_unknown() -> None:
    assert [(bar.label, bar.known) for bar in view_of(signed("XXXX-08-18")).years.bars] == [("Chưa rõ năm ký", False)]


def test_what_is_not_known_looks_different_without_colour() -> None:
    assert len(drawn(signed("2012", None)).find("//*[@class='mark unsure']")) == 1


def test_fields_and_types_begin_with_the_most() -> None:
    made = bulletin(
        *(
            article(f"bai-{number}", agreement=agreement(id=f"r-{number}", fields=fields))
            for number, fields in enumerate([("an-ninh",), ("y-te",), ("y-te", "an-ninh"), ("y-te",)])
        )
    )
    assert [(bar.label, bar.count) for bar in view_of(made).fields.bars] == [("Y tế", 3), ("An ninh", 2)]


def test_an_empty_register_has_a_page_that_says_so() -> None:
    page = drawn(bulletin())
    assert page.texts("//figure/p") == ["Chưa có nội dung."] * 4
    assert page.find("//svg") == []


def test_the_page_says_what_has_most() -> None:
    page = drawn(signed("2012", "2012", "2013"))
    assert page.texts("//figure[.//h2[@id='bt-years']]//svg/desc") == ["Nhiều nhất: Năm 2012, 2."]


def test_every_drawing_has_a_name_and_a_description() -> None:
    page = drawn(signed("2012", None))
    ids = set(page.find("//@id"))
    drawings = page.find("//svg")
    assert len(drawings) == 4
    for svg in drawings:
        assert svg.get("role") == "group"
        assert {svg.get("aria-labelledby"), svg.get("aria-describedby")} <= ids
