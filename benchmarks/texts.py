"""The cost of records with files of their own: one bulletin with its texts in articles, and with texts in records."""

import argparse
import os
import random
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.bantin import BANTIN, program
from benchmarks.corpus import Corpus, File, article_file, settings_files, write_files
from benchmarks.prose import sentence
from benchmarks.story import Story
from benchmarks.table import number, ratio_table
from benchmarks.workplace import log_progress, versions, workplace

_IN_NEWS, _IN_RECORDS, _WITH_NEWS = "texts in the news", "texts in records", "texts in records, with news"
_ROW = "cold build, processor time"


def main() -> None:
    """Prints the processor time of cold builds of the same agreements and texts in each form."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.texts", description=__doc__)
    parser.add_argument("--agreements", type=int, default=1_000, help="how many agreements, each with a text")
    parser.add_argument("--size", type=int, default=3_000, help="about how many characters each text has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is built")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; medians of {arguments.rounds} rounds (least–greatest), in seconds\n")
    corpus, figures = Corpus(arguments.agreements), defaultdict[tuple[str, str], list[float]](list)
    with workplace(arguments.folder) as folder:
        for name, files in _FORMS.items():
            root = folder / name.replace(" ", "-").replace(",", "")
            write_files(root, settings_files(corpus))
            write_files(root, (file for story in corpus.stories() for file in files(story, arguments.size)))
        for turn in range(1, arguments.rounds + 1):
            for name in _FORMS:
                took = _cold(folder / name.replace(" ", "-").replace(",", ""))
                log_progress(f"round {turn} of {arguments.rounds}, {name}: {number(took)}")
                figures[_ROW, name].append(took)
    print(ratio_table(figures, [_ROW], [_IN_RECORDS, _IN_NEWS, _WITH_NEWS]))


def _cold(root: Path) -> float:
    """Builds the bulletin in ``root`` without a cache; returns the processor time of all processes, in seconds."""
    for folder in (root / "site", root / ".bantin"):
        shutil.rmtree(folder, ignore_errors=True)
    process = subprocess.Popen([program(), "build", str(root), "-q"])
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build of {root} failed")
    return used.ru_utime + used.ru_stime


def text_of(story: Story, size: int) -> str:
    """The text of an agreement: articles with clauses, and some points, up to about ``size`` characters."""
    dice = random.Random(story.number)
    lines, length, article = ["QUY CHẾ PHỐI HỢP", ""], 0, 0
    while length < size:
        article += 1
        added = [f"Điều {article}. {sentence(dice, 5)}"]
        added += [f"{clause}. {sentence(dice, 22)}." for clause in range(1, 4)]
        if article % 3 == 0:
            added += [f"{letter}) {sentence(dice, 22)}." for letter in "abcd"]
        lines += [*added, ""]
        length += sum(map(len, added))
    return "\n".join(lines)


def _in_news(story: Story, size: int) -> Iterator[File]:
    yield article_file(replace(story, body=text_of(story, size).replace("\n", "\n\n")))


def _in_records(story: Story, size: int) -> Iterator[File]:
    _, text = article_file(story)
    front = text.split("agreement:\n", 1)[1].split("---\n", 1)[0]
    facts = "".join(f"{line[2:]}\n" for line in front.splitlines()).replace(_CLOSED, "text_public: yes")
    yield f"content/agreements/{story.slug}.md", f"---\n{facts}---\n\n{text_of(story, size)}\n"


def _with_news(story: Story, size: int) -> Iterator[File]:
    yield from _in_records(story, size)
    path, text = article_file(replace(story, agreement=None, body=story.lead))
    head, body = text.removeprefix("---\n").split("---\n", 1)
    yield path, f"---\n{head}about: {story.slug}\n---\n{body}"


_CLOSED = "text_public: {no: Văn bản do máy tạo ra}"
_FORMS: dict[str, Callable[[Story, int], Iterator[File]]] = {
    _IN_NEWS: _in_news,
    _IN_RECORDS: _in_records,
    _WITH_NEWS: _with_news,
}

if __name__ == "__main__":
    main()
