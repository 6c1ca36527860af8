"""The columns of a status and its period, for an agreement as a whole and for each party."""

from collections.abc import Callable
from typing import TypeVar

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.index import Standing
from bantin.site import labels
from bantin.site.data.columns import CellKind, Column

R = TypeVar("R")


def status_columns(
    standing_of: Callable[[R], Standing], language_of: Callable[[R], Language], about: Label
) -> tuple[Column[R], ...]:
    """The status of a row in code and in words, its first day and its last day; ``about`` introduces the codes."""
    return (
        Column(
            "status",
            CellKind.TEXT,
            about,
            lambda row: standing_of(row).status,
            required=True,
            choices=labels.STATUSES,
        ),
        Column(
            "status_label",
            CellKind.TEXT,
            Label("Tình trạng hiệu lực, ghi bằng lời.", "The status in words."),
            lambda row: labels.STATUSES[standing_of(row).status].text(language_of(row)),
            required=True,
        ),
        Column(
            "status_from",
            CellKind.DATE,
            Label(
                "Ngày đầu tiên của tình trạng đó; trống nếu chưa rõ.",
                "The first day of that status; empty if unknown.",
            ),
            lambda row: standing_of(row).since,
        ),
        Column(
            "status_until",
            CellKind.DATE,
            Label(
                "Ngày cuối cùng biết chắc vẫn còn tình trạng đó, hoặc tháng, năm mà tình trạng đó thay đổi; trống nếu "
                "không biết trước thay đổi nào.",
                "The last day on which that status certainly holds, or the month or year in which it turns; empty if "
                "no turn is foreseen.",
            ),
            lambda row: standing_of(row).until,
        ),
    )
