"""The converter: what is plain becomes HTML at once; the rest goes through Python-Markdown and cleaning.

The addresses of internal links are taken out, to be given later.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from bantin.content.checks.text import find_control
from bantin.content.markdown.fast.extract import NotPlain, PlainPassages, take_out
from bantin.content.markdown.link_collector import Collector
from bantin.content.markdown.near_misses import find_slips
from bantin.content.markdown.size_limits import find_excess
from bantin.content.markdown.source import MarkdownSource
from bantin.content.problems import files
from bantin.content.problems import markdown as problems
from bantin.domain.model import Body
from bantin.domain.problems import Checked, Language

if TYPE_CHECKING:
    from bantin.content.markdown.python_markdown import PythonMarkdown


class Converter:
    """Converts the Markdown of articles in one language. Not to be shared between threads.

    What is plain goes past Python-Markdown. Without ``shortcuts`` nothing does: the result is the same, later.
    """

    def __init__(self, language: Language, *, shortcuts: bool = True) -> None:
        self._language = language
        self._shortcuts = shortcuts

    def convert(self, text: str, path: str, first_line: int, mark: str) -> Checked[Body]:
        """The body that ``text`` makes, and what is wrong with it; it begins on ``first_line`` of the file ``path``.

        ``mark`` is a word that the text cannot hold, such as a digest of the file.
        """
        source = MarkdownSource(text, path, first_line, mark)
        excess = tuple(find_excess(source))
        if excess:
            return Checked(None, excess)
        if self._shortcuts:
            try:
                return self._convert_in_parts(source)
            except NotPlain:
                pass
        return self._convert(source, PlainPassages((text,)), Collector(source))

    @cached_property
    def _python_markdown(self) -> "PythonMarkdown":
        from bantin.content.markdown.python_markdown import PythonMarkdown

        return PythonMarkdown(self._language, shortcuts=self._shortcuts)

    def _convert_in_parts(self, source: MarkdownSource) -> Checked[Body]:
        collector = Collector(source)
        passages = take_out(source.text, self._language, collector.note)
        if not passages.is_all:
            return self._convert(source, passages, collector)
        collector.anchors |= passages.anchors
        body = collector.body(passages.html[0], passages.headings)
        return Checked(body, tuple(collector.met))

    def _convert(self, source: MarkdownSource, passages: PlainPassages, collector: Collector) -> Checked[Body]:
        try:
            rest = self._python_markdown.convert(passages.rest(source.mark), source, collector)
        except RuntimeError:
            # A RecursionError; or a footnote was defined in a footnote, and others behind it.
            del self._python_markdown
            return Checked(None, (problems.TOO_DEEP.at(source.location(0, 1)),))
        clean = passages.put_back(rest.html, source.mark, rest.headings, collector.anchors)
        collector.anchors |= passages.anchors
        body = collector.body(clean, (*rest.headings, *passages.headings))
        met = [*rest.met, *collector.met, *find_slips(source)]
        if find_control(rest.html):
            met.append(files.CONTROL_CHARACTER.at(source.find("&#"), code="&#…;"))
        return Checked(body, tuple(met))
