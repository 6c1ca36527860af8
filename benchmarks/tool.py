"""A static site generator, and a site of its own that holds the same bulletin as the sites of the others."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.corpus import Corpus, File, write_files
from benchmarks.story import Story

_REPOSITORY = Path(__file__).resolve().parent.parent
_BUNDLED = _REPOSITORY / "themes/default"
_SITES = Path(__file__).resolve().parent / "sites"


@dataclass(frozen=True)
class Tool:
    """A static site generator.

    ``command`` builds the source in its first argument into the folder in its second; ``version`` prints a version.
    ``settings`` are all files of a site but for its articles; ``base`` is the template that all its pages are built on.
    ``caches`` are what it leaves beside the source, to build faster the next time.
    """

    name: str
    command: Callable[[Path, Path], list[str]]
    version: Callable[[], list[str]]
    settings: Callable[[Corpus], Iterator[File]]
    article: Callable[[Story], File]
    base: str
    caches: tuple[str, ...] = ()


@dataclass(frozen=True)
class Project:
    """The site of one tool. Its state is that of the files below ``folder``."""

    tool: Tool
    folder: Path
    corpus: Corpus

    @property
    def source(self) -> Path:
        """What the tool reads."""
        return self.folder / "source"

    @property
    def out(self) -> Path:
        """What the tool writes."""
        return self.folder / "out"

    @property
    def command(self) -> list[str]:
        """The command that builds the site."""
        return self.tool.command(self.source, self.out)

    def write(self) -> None:
        """Writes the source anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        write_files(self.source, self.tool.settings(self.corpus))
        write_files(self.source, map(self.tool.article, self.corpus.stories()))

    def build(self) -> None:
        """Builds the site without measuring anything."""
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL)

    def forget(self) -> None:
        """Puts aside what earlier builds made and remembered.

        It is not deleted before the end: ext4 is slow to make files for minutes after many have been removed.
        """
        aside = self.folder / "aside"
        aside.mkdir(exist_ok=True)
        for folder in (self.out, *(self.source / cache for cache in self.tool.caches)):
            if folder.exists():
                folder.rename(tempfile.mkdtemp(dir=aside) + "/put")

    def edit(self, words: str) -> Story:
        """An article in the middle of the bulletin, now with ``words`` at its end."""
        story = self.corpus.story(self.corpus.articles // 2)
        return self._save(replace(story, body=f"{story.body}\n{words}\n"))

    def add(self, number: int, words: str) -> Story:
        """An article that was not there before, with ``words`` at its end."""
        story = self.corpus.newest(number)
        return self._save(replace(story, body=f"{story.body}\n{words}\n"))

    def change_theme(self, words: str) -> None:
        """Puts ``words`` at the foot of every page."""
        original = dict(self.tool.settings(self.corpus))[self.tool.base]
        write_files(self.source, [(self.tool.base, original.replace("</footer>", f"<p>{words}</p>\n</footer>"))])

    def shows(self, story: Story, words: str) -> bool:
        """Whether the page of an article has been built, with ``words`` on it."""
        page = self.out / story.page
        return page.is_file() and words in page.read_text(encoding="utf-8")

    def _save(self, story: Story) -> Story:
        write_files(self.source, [self.tool.article(story)])
        return story


def shipped_files(site: str) -> Iterator[File]:
    """The files below ``benchmarks/sites/<site>``: settings and a theme."""
    root = _SITES / site
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def bundled_file(path: str) -> str:
    """A file of the theme that comes with Bantin."""
    return (_BUNDLED / path).read_text(encoding="utf-8")
