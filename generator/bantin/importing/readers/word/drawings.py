"""What is drawn in a Word file: pictures, the paragraphs of text boxes, and objects of other programs."""

import posixpath
from collections.abc import Iterator

from bantin.content.images.decoding import opened
from bantin.content.images.faults import DamagedImage, NotAnImage, TooLong, TooManyPixels
from bantin.importing.material import File, Notice, NoticeKind, Picture, Place
from bantin.importing.readers.word.package import Package, Part
from bantin.importing.readers.word.xml import Element, child, name_of, shown_alternative, value

_SUFFIXES = {"AVIF": "avif", "GIF": "gif", "JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
_FOUND = frozenset({"w:txbxContent", "a:blip", "v:imagedata", "o:OLEObject"})
_OBJECTS = ("/chart", "/diagram")


def drawn(drawing: Element) -> Iterator[Element]:
    """The text boxes (``w:txbxContent``), pictures (``a:blip``, ``v:imagedata``) and objects in a drawing, in order.

    What is within a text box is left to whoever reads its paragraphs. Lines and shapes without text are nothing.
    """
    open_elements = [drawing]
    while open_elements:
        element = open_elements.pop()
        name = name_of(element)
        if name in _FOUND or (name == "a:graphicData" and value(element, "uri").endswith(_OBJECTS)):
            yield element
        elif name == "mc:AlternateContent":
            shown = shown_alternative(element)
            open_elements.extend(() if shown is None else (shown,))
        else:
            open_elements.extend(element.iterchildren(reversed=True))


def object_name(element: Element) -> str:
    """What an embedded object is, as the file says it (``Excel.Sheet.12``, ``chart``); empty if it is none."""
    if name_of(element) == "o:OLEObject":
        return value(element, "ProgID")
    return value(element, "uri").rpartition("/")[2] if name_of(element) == "a:graphicData" else ""


def description(drawing: Element) -> str:
    """The text that a drawing gives in place of its picture."""
    properties = child(drawing, ".//wp:docPr")
    return value(properties, "descr") or value(child(drawing, ".//v:shape"), "alt")


class Pictures:
    """Takes the pictures of a file out of its package, each once, under new names: those in files are not safe."""

    def __init__(self, package: Package, part: Part) -> None:
        self._package, self._relations = package, part.relations
        self._files: dict[str, File | None] = {}

    @property
    def files(self) -> tuple[File, ...]:
        """The files of the pictures taken."""
        return tuple(file for file in self._files.values() if file is not None)

    def take(self, element: Element, alt: str, place: Place) -> Picture | Notice:
        """The picture that an ``a:blip`` or a ``v:imagedata`` shows, or what is to be told in its stead."""
        key = value(element, "r:embed") or value(element, "r:id") or value(element, "r:link")
        relation = self._relations.get(key)
        if relation is None or relation.is_external:
            return Notice(NoticeKind.MISSING_FILE, "" if relation is None else relation.target, place)
        name = relation.target
        if name not in self._files:
            data = self._package.data(name)
            if data is None:
                return Notice(NoticeKind.MISSING_FILE, posixpath.basename(name), place)
            self._files[name] = _file(data, len(self.files) + 1)
        file = self._files[name]
        if file is None:
            return Notice(NoticeKind.UNREADABLE, posixpath.basename(name), place)
        return Picture(file.name, place, alt)


def _file(data: bytes, number: int) -> File | None:
    try:
        with opened(data) as image:
            return File(f"image-{number}.{_SUFFIXES[image.format or '']}", data)
    except (DamagedImage, KeyError, NotAnImage, TooLong, TooManyPixels):
        return None
