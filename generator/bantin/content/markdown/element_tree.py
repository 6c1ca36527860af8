"""Changes to Python-Markdown's tree of elements before it becomes HTML."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bantin.content.markdown.headings import fit_levels

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ALIGN = "text-align: "


class BulletinExtension(Extension):
    """Fits heading levels to the page, and adds figures with captions and scrolling tables without inline styles."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers after inline markup (20), around attribute lists (8) and the table of contents (5)."""
        md.treeprocessors.register(_Headings(md), "bantin-headings", 12)
        md.treeprocessors.register(_Attributes(md), "bantin-attributes", 7)
        md.treeprocessors.register(_Figures(md), "bantin-figures", 4)
        md.treeprocessors.register(_Tables(md), "bantin-tables", 3)


class _Headings(Treeprocessor):
    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        for heading, level in zip(headings, fit_levels(int(one.tag[1:]) for one in headings), strict=True):
            heading.tag = f"h{level}"


class _Attributes(Treeprocessor):
    """Gives attributes without a value (``{: name }``) an empty one, which is equivalent, but removes an empty id.

    Python-Markdown sets such an attribute to ``None``, and fails on that later.
    """

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in [name for name, value in element.items() if not value]:
                if name == "id":
                    del element.attrib[name]
                else:
                    element.set(name, "")


class _Figures(Treeprocessor):
    """Turns a picture with a title in a paragraph of its own into a figure, with the title as its caption."""

    def run(self, root: Element) -> None:
        for paragraph in [element for element in root.iter("p") if _is_titled_picture(element)]:
            picture = paragraph[0]
            caption = picture.attrib.pop("title")
            paragraph.tag = "figure"
            SubElement(paragraph, "figcaption").text = caption


class _Tables(Treeprocessor):
    """Puts tables into boxes that scroll on narrow screens, and replaces inline styles by classes."""

    def run(self, root: Element) -> None:
        for cell in (element for element in root.iter() if element.tag in ("th", "td")):
            style = cell.attrib.pop("style", "")
            if style.startswith(_ALIGN):
                cell.set("class", "align-" + style.removeprefix(_ALIGN).rstrip(";"))
            if cell.tag == "th":
                cell.set("scope", "col")
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                if child.tag == "table":
                    box = Element("div", {"class": "table", "tabindex": "0"})
                    box.tail, child.tail = child.tail, None
                    box.append(child)
                    parent[position] = box


def _is_titled_picture(element: Element) -> bool:
    if len(element) != 1 or element[0].tag != "img" or not element[0].get("title"):
        return False
    return not (element.text or "").strip() and not (element[0].tail or "").strip()
