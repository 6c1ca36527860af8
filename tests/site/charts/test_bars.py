"""Bars: as long as their numbers say, none over another, and labels that fit beside the numbers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bantin.site.charts.bars import Bar, bar_chart
from tests.index.contents import quick

LABELS = st.text("aâ đ-", max_size=90).map(str.strip).filter(bool)
BARS = st.lists(st.builds(Bar, LABELS, st.sampled_from(["", "a/"]), st.integers(0, 10_000), st.booleans()), max_size=8)


@quick
@given(BARS)
def test_every_bar_stands_in_the_order_given_with_its_number(bars: list[Bar]) -> None:
    views = bar_chart(bars).bars
    assert [(view.label, view.url, view.count, view.known) for view in views] == [
        (bar.label, bar.url, bar.count, bar.known) for bar in bars
    ]


@quick
@given(BARS)
def test_lengths_are_in_the_proportion_of_the_numbers(bars: list[Bar]) -> None:
    views = bar_chart(bars).bars
    most = max((view.count for view in views), default=0)
    for view in views:
        assert 0 <= view.length <= 100
        assert abs(view.length * most - 100 * view.count) <= 0.01 * most
    assert most == 0 or max(view.length for view in views) == 100


@quick
@given(BARS)
def test_labels_and_bars_stand_below_one_another_within_the_chart(bars: list[Bar]) -> None:
    chart = bar_chart(bars)
    for view in chart.bars:
        assert view.label_y + 1.4 * (len(view.lines) - 1) < view.bar_y
    assert all(above.bar_y + 0.6 < below.label_y for above, below in pairwise(chart.bars))
    assert all(view.bar_y + 0.6 <= chart.height for view in chart.bars)


@quick
@given(BARS)
def test_a_label_is_shown_whole_in_lines_that_fit(bars: list[Bar]) -> None:
    for view in bar_chart(bars).bars:
        assert "".join("".join(view.lines).split()) == "".join(view.label.split())
        assert all(len(line) <= 36 for line in view.lines)


@quick
@given(BARS)
def test_the_longest_are_all_those_with_most(bars: list[Bar]) -> None:
    chart = bar_chart(bars)
    assert {view.label for view in chart.longest} <= {view.label for view in chart.bars}
    most = max((view.count for view in chart.bars), default=0)
    assert len(chart.longest) == sum(1 for view in chart.bars if most and view.count == most)


def test_where_all_numbers_are_nought_no_bar_has_a_length() -> None:
    chart = bar_chart([Bar("a", "", 0), Bar("b", "", 0)])
    assert [view.length for view in chart.bars] == [0, 0]
    assert chart.longest == ()
