"""The files of a version of a text, as Akoma Ntoso and JSON, which are published beside its page."""

from bantin.index import Directory
from bantin.site.page import PageContent
from bantin.site.texts.akoma_ntoso import akoma_ntoso
from bantin.site.texts.json_tree import text_json, text_schema
from bantin.site.texts.version import RecordText
from bantin.site.views import AkomaNtosoView, JsonView


class AkomaNtosoFile(PageContent, frozen=True, kw_only=True):
    """The version of this ``number`` as Akoma Ntoso."""

    text: RecordText
    number: int

    def view(self, directory: Directory, url: str, title: str) -> AkomaNtosoView:
        """See :class:`PageContent`."""
        return akoma_ntoso(self.text, self.text.versions[self.number - 1], directory, url, title)


class TextFile(PageContent, frozen=True, kw_only=True):
    """The version of this ``number`` as a tree of JSON."""

    text: RecordText
    number: int

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        return JsonView(
            url=url, title=title, value=text_json(self.text, self.text.versions[self.number - 1], directory)
        )


class TextSchemaFile(PageContent, frozen=True):
    """The schema of the trees."""

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        return JsonView(url=url, title=title, value=text_schema(directory))
