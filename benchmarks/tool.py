"""A static site generator to be measured, and its project: the same bulletin in each tool's own format."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.corpus import Corpus, File, write_files
from benchmarks.story import Agreement, Story

_REPOSITORY = Path(__file__).resolve().parent.parent
_BUNDLED = _REPOSITORY / "themes/default"
_SITES = Path(__file__).resolve().parent / "sites"


@dataclass(frozen=True)
class Tool:
    """A static site generator.

    ``command`` builds the source in its first argument into the folder in its second; ``version`` prints the version.
    ``settings`` are all files of a site except its articles; ``base`` is the base template of all its pages. ``caches``
    are the cache folders that it leaves in the source. ``for_day`` are the arguments that build the site of a day; none
    for a tool whose sites do not depend on the day.
    """

    name: str
    command: Callable[[Path, Path], list[str]]
    version: Callable[[], list[str]]
    settings: Callable[[Corpus], Iterator[File]]
    article: Callable[[Story], File]
    base: str
    caches: tuple[str, ...] = ()
    for_day: Callable[[date], list[str]] = lambda _day: []


@dataclass(frozen=True)
class Project:
    """The site of one tool. Its state is in the files below ``folder``."""

    tool: Tool
    folder: Path
    corpus: Corpus

    @property
    def source(self) -> Path:
        """The input folder of the tool."""
        return self.folder / "source"

    @property
    def out(self) -> Path:
        """The output folder of the tool."""
        return self.folder / "out"

    @property
    def command(self) -> list[str]:
        """The command that builds the site."""
        return self.tool.command(self.source, self.out)

    def command_for(self, day: date) -> list[str]:
        """The command that builds the site of a day."""
        return [*self.command, *self.tool.for_day(day)]

    def write(self) -> None:
        """Writes the source from scratch."""
        shutil.rmtree(self.folder, ignore_errors=True)
        write_files(self.source, self.tool.settings(self.corpus))
        write_files(self.source, map(self.tool.article, self.corpus.stories()))

    def build(self, day: date | None = None) -> None:
        """Builds the site, or that of a ``day``, without measuring anything."""
        command = self.command_for(day) if day else self.command
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def forget(self) -> None:
        """Moves the output and the caches of earlier builds away.

        They are not deleted until the end: ext4 creates files slowly for minutes after many have been removed.
        """
        aside = self.folder / "aside"
        aside.mkdir(exist_ok=True)
        for folder in (self.out, *(self.source / cache for cache in self.tool.caches)):
            if folder.exists():
                folder.rename(tempfile.mkdtemp(dir=aside) + "/put")

    def edit(self, words: str) -> Story:
        """Appends ``words`` to an article in the middle of the bulletin, and returns it."""
        story = self.corpus.story(self.corpus.articles // 2)
        return self._save(replace(story, body=f"{story.body}\n{words}\n"))

    def add(self, number: int, words: str) -> Story:
        """Adds a new article that ends with ``words``, and returns it."""
        story = self.corpus.newest(number)
        return self._save(replace(story, body=f"{story.body}\n{words}\n"))

    def edit_fact(self, place: str) -> Story:
        """Changes the place where the agreement in the middle of the bulletin was signed, and returns its article."""
        return self._save_facts(lambda agreement: replace(agreement, place=place))

    def end_term(self, last: date) -> Story:
        """Lets the term of the agreement in the middle of the bulletin end on a day, and returns its article."""
        return self._save_facts(lambda agreement: replace(agreement, effective=agreement.signed, expires=last))

    def change_theme(self, words: str) -> None:
        """Adds ``words`` to the footer of every page."""
        original = dict(self.tool.settings(self.corpus))[self.tool.base]
        write_files(self.source, [(self.tool.base, original.replace("</footer>", f"<p>{words}</p>\n</footer>"))])

    def shows(self, story: Story, words: str) -> bool:
        """Whether the page of an article has been built and contains ``words``."""
        page = self.out / story.page
        return page.is_file() and words in page.read_text(encoding="utf-8")

    def _save_facts(self, changed: Callable[[Agreement], Agreement]) -> Story:
        story = self.corpus.story(self.corpus.articles // 2)
        return self._save(replace(story, agreement=changed(story.agreement)) if story.agreement else story)

    def _save(self, story: Story) -> Story:
        write_files(self.source, [self.tool.article(story)])
        return story


def shipped_files(site: str) -> Iterator[File]:
    """Yields the files below ``benchmarks/sites/<site>``: settings and a theme."""
    root = _SITES / site
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def bundled_file(path: str) -> str:
    """Returns the text of a file of Bantin's bundled theme."""
    return (_BUNDLED / path).read_text(encoding="utf-8")
