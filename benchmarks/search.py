"""The precision of the search, and what a search costs its reader, measured in a real browser."""

import argparse
import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import Browser, sync_playwright

from bantin.render.search import find_engine
from benchmarks import portal, provisions
from benchmarks.bantin import BANTIN, program
from benchmarks.corpus import Corpus, write_corpus, write_files
from benchmarks.questions import questions
from benchmarks.relevance import Query, files, items, queries
from benchmarks.served import served
from benchmarks.table import table
from benchmarks.workplace import log_progress, versions, workplace

_BEST = 10
_ASKED = ("quy chế phối hợp", "bo cong an", "quản lý đất đai", "nghiem thanh", "ủy ban")

# Asks the engine of the page through the page's own scripts; answers with addresses, as a reader would see them. The
# modules stand beside the script of the page, under names that it knows.
_FIND = """async ([text, most]) => {
  const form = document.querySelector("form.search");
  const at = (address) => new URL(address, document.baseURI);
  if (!globalThis.asking) {
    const script = document.querySelector("script[type=module]").src;
    const said = await (await fetch(script)).text();
    const module = (name) => import(new URL(said.match(new RegExp(`"(./${name}\\.[^"]+)"`))[1], script));
    const given = async (address) => (await fetch(at(address))).json();
    const [names, newest] = await Promise.all([given(form.dataset.names), given(form.dataset.newest)]);
    const modules = await Promise.all(["results", "find", "question", "newest"].map(module));
    globalThis.asking = Object.assign({ names, newest, engine: await import(at(form.dataset.engine)) }, ...modules);
  }
  const { answer, asked, interpret, newestOf, place, names, newest, engine } = asking;
  const read = interpret(text, names);
  const first = Object.keys(read.filters).length ? [] : newestOf(newest, asked(read.named || text), {});
  const { pages, results, words } = await answer(engine, text, read, {}, false);
  const found = await Promise.all(
    results.slice(0, most).map(async (one) => {
      const found = await one.data();
      return found.meta.url + (place(found, words)?.hash ?? "");
    }),
  );
  return [...new Set([...[...pages, ...first].map(({ url }) => url), ...found])].slice(0, most);
}"""
# Types into the page and waits for what it shows.
_ASK = """async (text) => {
  const says = document.querySelector(".search-count");
  const began = performance.now();
  const form = document.querySelector("form.search");
  form.elements.q.value = text;
  form.requestSubmit();
  while (says.textContent === says.dataset.busy || !document.querySelector(".search-results li")) {
    if (says.textContent === says.dataset.none || says.textContent === says.dataset.failed) break;
    await new Promise((done) => setTimeout(done, 1));
  }
  return performance.now() - began;
}"""


def main() -> None:
    """Prints the precision of results by kind of query, and the costs of queries at several sizes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--relevance", type=int, default=300, help="articles with known answers")
    parser.add_argument("--provisions", type=int, default=300, help="agreements with texts and known answers")
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 10_000], help="sizes to weigh queries at")
    parser.add_argument("--missed", action="store_true", help="say which queries were not answered as they should")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    engine = find_engine()
    if engine is None:
        raise SystemExit("Pagefind is not on this machine.")
    print(f"{versions([BANTIN])}; {engine.name}\n")
    with workplace(arguments.folder) as folder, browser() as started:
        made = items(arguments.relevance)
        write_files(folder / "relevance", files(made))
        with site(folder / "relevance") as address:
            print(_relevance(started, address, queries(made), missed=arguments.missed), flush=True)
        accords = portal.accords()
        write_files(folder / "questions", portal.files(accords))
        with site(folder / "questions") as address:
            print(f"\n{_relevance(started, address, questions(accords), missed=arguments.missed)}", flush=True)
        texts = provisions.texts(arguments.provisions)
        write_files(folder / "provisions", provisions.files(texts))
        with site(folder / "provisions") as address:
            asked = list(provisions.queries(texts))
            print(f"\n{_relevance(started, address, asked, missed=arguments.missed)}", flush=True)
        lines = []
        for count in arguments.articles:
            root = write_corpus(folder / f"{count}", Corpus(count, search="auto"))
            sent: list[int] = []
            with site(root, sent) as address:
                lines.append([f"{count:,}", *_costs(started, address, sent)])
        print(f"\n{table(['articles', 'cold, KB', 'most', 'cold, s', 'warm, ms', 'most'], lines)}")


@contextmanager
def browser() -> Iterator[Browser]:
    """Starts Chromium, and ends it on exit. Ends the program if there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("The search is asked in Chromium, which is not on this machine.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        try:
            yield started
        finally:
            started.close()


@contextmanager
def site(root: Path, sent: list[int] | None = None) -> Iterator[str]:
    """Builds the bulletin at ``root`` and serves it; yields the address of its search page."""
    log_progress("building", root.name)
    out = root / "site"
    subprocess.run([program(), "build", str(root), "-o", str(out), "-q"], check=True, stdout=subprocess.DEVNULL)
    with served(out, sent) as address:
        yield f"{address}tim-kiem/"


def _relevance(browser: Browser, address: str, asked: Sequence[Query], *, missed: bool) -> str:
    page = browser.new_page()
    page.goto(address)
    scores: dict[tuple[str, bool], list[tuple[float, bool]]] = defaultdict(list)
    for query in asked:
        answers: list[str] = page.evaluate(_FIND, [query.text, _BEST])
        score = precision(query, answers), bool(answers) and answers[0] in query.first
        if missed and score != (1, True):
            log_progress(f"{query.kind} “{query.text}”: {score}, {len(query.right)} right: {json.dumps(answers[:3])}")
        scores[query.kind, query.marked].append(score)
    page.close()
    lines = [
        [f"{kind}, {'with' if marked else 'without'} marks", *_means(found)]
        for (kind, marked), found in sorted(scores.items())
    ]
    for marked in (True, False):
        every = [score for (_, is_marked), found in scores.items() if is_marked is marked for score in found]
        lines.append([f"all {'with' if marked else 'without'} marks", *_means(every)])
    lines.append(["all", *_means([score for found in scores.values() for score in found])])
    return table(["queries", "how many", f"P@{_BEST}", "right answer first"], lines)


def precision(query: Query, answers: Sequence[str]) -> float:
    """Returns the share of right results among the first ten, or among as many as there are right ones, if fewer."""
    most = min(_BEST, len(query.right))
    return sum(answer in query.right for answer in answers[:most]) / most


def _means(scores: Iterable[tuple[float, bool]]) -> list[str]:
    found = list(scores)
    return [f"{len(found)}", f"{mean(score for score, _ in found):.3f}", f"{mean(first for _, first in found):.3f}"]


def _costs(browser: Browser, address: str, sent: list[int]) -> list[str]:
    """Measures first searches of a reader, in bytes transferred and in time, and repeated ones in time."""
    weights, cold, warm = [], [], []
    for text in _ASKED:
        context = browser.new_context()
        page = context.new_page()
        before = len(sent)
        page.goto(address)
        cold.append(page.evaluate(_ASK, text) / 1_000)
        page.wait_for_load_state("networkidle")
        weights.append(sum(sent[before:]) / 1_000)
        page.evaluate(_ASK, "hội nghị")
        warm.append(page.evaluate(_ASK, text))
        context.close()
    return [
        f"{median(weights):.0f}",
        f"{max(weights):.0f}",
        f"{median(cold):.2f}",
        f"{median(warm):.0f}",
        f"{max(warm):.0f}",
    ]


if __name__ == "__main__":
    main()
