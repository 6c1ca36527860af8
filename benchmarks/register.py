"""The cost of the register: builds of one bulletin with and without its pages of agreements, in rounds."""

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.news import NEWS
from benchmarks.scenario import SCENARIOS
from benchmarks.table import number, ratio_table
from benchmarks.tool import Project
from benchmarks.workplace import log_progress, versions, workplace

_SCENARIOS = ("cold", "edited")


def main() -> None:
    """Prints the times of a cold build and of a build after an edit, with and without the pages of the register."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register", description=__doc__)
    parser.add_argument("--agreements", type=int, default=1_000, help="how many agreements, each with an article")
    parser.add_argument("--agencies", type=int, default=120, help="how many agencies sign them")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is built")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; medians of {arguments.rounds} rounds (least–greatest)\n")
    corpus = Corpus(arguments.agreements, arguments.agencies)
    with workplace(arguments.folder) as folder:
        projects = [Project(BANTIN, folder / "whole", corpus), Project(NEWS, folder / "news", corpus)]
        print(_cost(projects, arguments.rounds))


def _cost(projects: list[Project], rounds: int) -> str:
    for project in projects:
        project.write()
        project.build()
    figures: dict[tuple[str, str], list[float]] = defaultdict(list)
    for turn in range(1, rounds + 1):
        for scenario in (SCENARIOS[name] for name in _SCENARIOS):
            for project in projects:
                took = scenario.run(project, turn)
                log_progress(f"round {turn} of {rounds}, {scenario.title}, {project.tool.name}: {number(took)}")
                figures[scenario.title, project.tool.name].append(took)
    return ratio_table(figures, [SCENARIOS[name].title for name in _SCENARIOS], [one.tool.name for one in projects])


if __name__ == "__main__":
    main()
