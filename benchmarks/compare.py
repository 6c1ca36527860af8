"""``make bench``: compares Bantin with other generators on the same bulletin, in rounds.

In each round every tool does the same thing, one right after the other, so that load on the machine affects all of
them. Compare the columns of one table, not tables of different machines or times.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks import rivals
from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.hugo import HUGO, HUGO_REGISTER
from benchmarks.pelican import PELICAN
from benchmarks.scenario import SCENARIOS, Scenario
from benchmarks.table import Figures, number, ratio_table, table
from benchmarks.tool import Project
from benchmarks.workplace import log_progress, versions, workplace

TOOLS = {"bantin": BANTIN, "hugo": HUGO, "hugo-register": HUGO_REGISTER, "pelican": PELICAN}


def main() -> None:
    """Prints, for each number of articles, the costs of each tool, their ratios, and what the tools have written."""
    arguments = _arguments()
    chosen = {name: tool for name, tool in TOOLS.items() if name in arguments.tools}
    tools = list(chosen.values())
    scenarios = [scenario for name, scenario in SCENARIOS.items() if name in arguments.scenario]
    if set(tools) - {BANTIN}:
        rivals.install()
    print(f"{versions(tools)}; medians of {arguments.rounds} rounds (least–greatest)", flush=True)
    for articles in arguments.articles:
        with workplace(arguments.folder) as folder:
            projects = [
                Project(tool, folder / name, Corpus(articles, news=arguments.news)) for name, tool in chosen.items()
            ]
            figures = compare(projects, scenarios, arguments.rounds)
            names = [tool.name for tool in tools]
            print(f"\n{articles:,} articles:\n\n{ratio_table(figures, [one.title for one in scenarios], names)}")
            print(f"\nWhat they made:\n\n{_outputs(projects)}", flush=True)


def compare(projects: Sequence[Project], scenarios: Sequence[Scenario], rounds: int) -> Figures:
    """Measures each scenario for each project; returns the costs of all rounds."""
    for project in projects:
        log_progress(f"writing {project.corpus.articles:,} articles for {project.tool.name}")
        project.write()
        if not scenarios[0].cold:
            project.build()
    figures: dict[tuple[str, str], list[float]] = defaultdict(list)
    for turn in range(1, rounds + 1):
        for scenario in scenarios:
            # Another tool starts each time, in case the first one warms caches for the others.
            begin = turn % len(projects)
            for project in (*projects[begin:], *projects[:begin]):
                cost = scenario.run(project, turn)
                log_progress(f"round {turn} of {rounds}, {scenario.title}: {project.tool.name} {number(cost)}")
                figures[scenario.title, project.tool.name].append(cost)
    return figures


def _outputs(projects: Sequence[Project]) -> str:
    lines = []
    for project in projects:
        files = [path for path in project.out.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        size = sum(path.stat().st_size for path in files)
        lines.append([project.tool.name, f"{pages:,}", f"{len(files):,}", number(size / 1e6)])
    return table(["", "HTML pages", "files", "MB"], lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000], help="sizes of the bulletin")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured")
    parser.add_argument("--scenario", choices=SCENARIOS, nargs="+", default=list(SCENARIOS), help="what to measure")
    parser.add_argument("--tools", choices=TOOLS, nargs="+", default=list(TOOLS), help="what to measure it with")
    parser.add_argument("--news", action="store_true", help="articles of no agreement, which any generator is made for")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    return parser.parse_args()


if __name__ == "__main__":
    main()
