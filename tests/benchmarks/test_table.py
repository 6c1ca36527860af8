"""Tables: medians and their ratios, laid out as Markdown."""

from benchmarks.table import number, ratio_table, spread


def test_the_first_column_is_compared_with_the_others() -> None:
    figures = {
        ("cold, s", "Ours"): [1.0, 2.0, 9.0],
        ("cold, s", "Theirs"): [4.0, 3.0, 5.0],
    }
    assert ratio_table(figures, ["cold, s"], ["Ours", "Theirs"]).splitlines() == [
        "|         |             Ours |           Theirs | Ours ÷ Theirs |",
        "| ------- | ---------------: | ---------------: | ------------: |",
        "| cold, s | 2.00 (1.00–9.00) | 4.00 (3.00–5.00) |          0.50 |",
    ]


def test_figures_are_as_long_as_they_are_worth() -> None:
    assert [number(value) for value in (0.1234, 12.34, 1234.5)] == ["0.12", "12.3", "1234"]
    assert spread([3.0]) == "3.00 (3.00–3.00)"
