"""``--profile``: measures where the time of a build goes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from time import perf_counter

from bantin.build.request import Progress, Stage
from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "stage": "Chặng",
        "begin": "Đối chiếu với lần trước",
        Stage.READ: "Đọc và kiểm tra nội dung",
        Stage.PLAN: "Lập danh mục trang",
        Stage.RENDER: "Dựng trang",
        Stage.PUBLISH: "Ghi trang",
        "seconds": "giây",
        "share": "%",
        "template": "Mẫu trang",
        "pages": "trang",
        "each": "ms mỗi trang",
    },
    "en": {
        "stage": "Stage",
        "begin": "Comparing with the last build",
        Stage.READ: "Reading and checking",
        Stage.PLAN: "Planning",
        Stage.RENDER: "Rendering",
        Stage.PUBLISH: "Publishing",
        "seconds": "s",
        "share": "%",
        "template": "Template",
        "pages": "pages",
        "each": "ms a page",
    },
}


class Profile:
    """Measures the stages and templates of a build, and passes its progress on to ``progress``. Starts at once.

    Stages are measured in wall-clock seconds, one after the other; templates in seconds of all processes together, so
    that they may add up to more.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._stages: dict[str, float] = {}
        self._templates: dict[str, list[float]] = defaultdict(list)
        self._stage = "begin"
        self._since = perf_counter()

    def progress(self, stage: Stage, done: int, total: int) -> None:
        """See ``Progress``."""
        if stage != self._stage:
            self._end()
            self._stage = stage
        self._progress(stage, done, total)

    def rendered(self, template: str, seconds: float) -> None:
        """See ``Stopwatch``."""
        self._templates[template].append(seconds)

    def tables(self, language: Language) -> str:
        """Stops measuring and returns tables of the time by stage, in order, and by template, longest first."""
        self._end()
        words = _WORDS[language]
        whole = sum(self._stages.values())
        stages = [(words[name], _decimal(took, language), f"{took / whole:.0%}") for name, took in self._stages.items()]
        text = _table((words["stage"], words["seconds"], words["share"]), stages)
        by_time = sorted(self._templates.items(), key=lambda item: -sum(item[1]))
        templates = [
            (
                name,
                format_integer(len(took), language),
                _decimal(sum(took) / len(took) * 1000, language),
                _decimal(sum(took), language),
            )
            for name, took in by_time
        ]
        if templates:
            text += "\n" + _table((words["template"], words["pages"], words["each"], words["seconds"]), templates)
        return text

    def _end(self) -> None:
        now = perf_counter()
        self._stages[self._stage] = self._stages.get(self._stage, 0.0) + now - self._since
        self._since = now


def _decimal(number: float, language: Language) -> str:
    return f"{number:.2f}".replace(".", "," if language == "vi" else ".")


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [head, *lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    first, rest = widths[0], widths[1:]
    return "".join(
        "  ".join([row[0].ljust(first), *(cell.rjust(width) for cell, width in zip(row[1:], rest, strict=True))]) + "\n"
        for row in rows
    )
