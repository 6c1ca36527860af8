"""Characters that XML cannot represent are replaced, and no others."""

import xml.etree.ElementTree as ET
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bantin.render.xml_characters import in_xml


def test_characters_that_xml_cannot_represent_are_replaced() -> None:
    assert in_xml("a\0b\x1fc\ud800d\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert in_xml("Điều 1\t–\nđ 🏛 <&>") == "Điều 1\t–\nđ 🏛 <&>"


@given(st.text())
def test_any_text_can_be_in_xml(text: str) -> None:
    found = ET.fromstring(f"<p>{escape(in_xml(text))}</p>").text or ""
    assert found == in_xml(text).replace("\r\n", "\n").replace("\r", "\n")
