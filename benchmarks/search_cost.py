"""The cost of the search in builds: time and memory with and without it, in rounds."""

import argparse
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.scenario import SCENARIOS
from benchmarks.table import number, ratio_table
from benchmarks.tool import Project
from benchmarks.workplace import log_progress, versions, workplace

_WITH, _WITHOUT = replace(BANTIN, name="with search"), replace(BANTIN, name="without")


def main() -> None:
    """Prints the costs of builds with and without search, and their ratio."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_cost", description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000, help="how many articles")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is built")
    parser.add_argument("--scenario", choices=SCENARIOS, nargs="+", default=["cold", "unchanged", "memory"])
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; {arguments.articles:,} articles; medians (least–greatest)\n")
    corpus = Corpus(arguments.articles)
    scenarios = [SCENARIOS[name] for name in arguments.scenario]
    figures: dict[tuple[str, str], list[float]] = defaultdict(list)
    with workplace(arguments.folder) as folder:
        projects = [
            Project(_WITH, folder / "with", replace(corpus, search="auto")),
            Project(_WITHOUT, folder / "without", corpus),
        ]
        for project in projects:
            project.write()
            project.build()
        for turn in range(1, arguments.rounds + 1):
            for scenario in scenarios:
                for project in projects:
                    cost = scenario.run(project, turn)
                    log_progress(
                        f"round {turn} of {arguments.rounds}, {scenario.title}, {project.tool.name}: {number(cost)}"
                    )
                    figures[scenario.title, project.tool.name].append(cost)
    print(ratio_table(figures, [one.title for one in scenarios], [_WITH.name, _WITHOUT.name]))


if __name__ == "__main__":
    main()
