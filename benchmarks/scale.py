"""The time per article in small and large bulletins: cold builds, in rounds."""

import argparse
from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.scenario import SCENARIOS
from benchmarks.table import number, spread, table
from benchmarks.tool import Project
from benchmarks.workplace import log_progress, versions, workplace


def main() -> None:
    """Prints the time per article for each size, and its ratio to that of the first size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000], help="sizes of the bulletin")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is built")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; medians of {arguments.rounds} rounds (least–greatest)\n")
    with workplace(arguments.folder) as folder:
        projects = [Project(BANTIN, folder / str(articles), Corpus(articles)) for articles in arguments.articles]
        print(_scale(projects, arguments.rounds))


def _scale(projects: list[Project], rounds: int) -> str:
    for project in projects:
        log_progress(f"writing {project.corpus.articles:,} articles")
        project.write()
    costs: dict[int, list[float]] = defaultdict(list)
    for turn in range(1, rounds + 1):
        for project in projects:
            articles = project.corpus.articles
            took = SCENARIOS["cold"].run(project, turn)
            log_progress(f"round {turn} of {rounds}, {articles:,} articles: {number(took)} s")
            costs[articles].append(took / articles * 1_000)
    first = median(next(iter(costs.values())))
    lines = [
        [f"{articles:,}", spread(figures), f"{median(figures) / first:.2f}"] for articles, figures in costs.items()
    ]
    return table(["articles", "ms an article", "÷ the first"], lines)


if __name__ == "__main__":
    main()
