"""Converts Markdown to HTML: plain blocks by a fast path, the rest through Python-Markdown and the sanitiser.

The addresses of internal links are left out of the HTML: pages fill them in.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from bantin.content.checks.text import find_control
from bantin.content.markdown.fast.extract import NotPlain, PlainPassages, extract
from bantin.content.markdown.link_collector import Collector
from bantin.content.markdown.near_misses import find_near_misses
from bantin.content.markdown.size_limits import find_excess
from bantin.content.markdown.source import MarkdownSource
from bantin.content.problems import files
from bantin.content.problems import markdown as problems
from bantin.domain.model import Body
from bantin.domain.problems import Checked, Language

if TYPE_CHECKING:
    from bantin.content.markdown.python_markdown import PythonMarkdown


class Converter:
    """Converts the Markdown of articles in one language. Not thread-safe.

    Plain blocks bypass Python-Markdown, unless ``shortcuts`` is false: the result is the same, but takes longer.
    """

    def __init__(self, language: Language, *, shortcuts: bool = True) -> None:
        self._language = language
        self._shortcuts = shortcuts

    def convert(self, text: str, path: str, first_line: int, mark: str) -> Checked[Body]:
        """Converts ``text``, which begins on ``first_line`` of the file ``path``, and reports problems in it.

        ``mark`` is a word that the text cannot contain, such as a digest of the file.
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
        passages = extract(source.text, self._language, collector.record_link)
        if not passages.is_all:
            return self._convert(source, passages, collector)
        collector.anchors |= passages.anchors
        body = collector.body(passages.html[0], passages.headings)
        return Checked(body, tuple(collector.problems))

    def _convert(self, source: MarkdownSource, passages: PlainPassages, collector: Collector) -> Checked[Body]:
        try:
            rest = self._python_markdown.convert(passages.rest(source.mark), source, collector)
        except RuntimeError:
            # A RecursionError, or a footnote that is defined within a footnote and followed by others.
            del self._python_markdown
            return Checked(None, (problems.TOO_DEEP.at(source.location(0, 1)),))
        clean = passages.put_back(rest.html, source.mark, rest.headings, collector.anchors)
        collector.anchors |= passages.anchors
        body = collector.body(clean, (*rest.headings, *passages.headings))
        found = [*rest.problems, *collector.problems, *find_near_misses(source)]
        if find_control(rest.html):
            found.append(files.CONTROL_CHARACTER.at(source.find("&#"), code="&#…;"))
        return Checked(body, tuple(found))
