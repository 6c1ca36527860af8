"""XML files: nothing is fetched, nothing is expanded."""

from pathlib import Path

import pytest

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.feeds.xml_file import parse_xml, text_in


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Unreadable) as raised:
        parse_xml(data, 1_000_000)
    return raised.value.refusal


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mật")
    assert refusal(b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>') is Refusal.TOO_COSTLY
    assert refusal(f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'.encode()) is Refusal.TOO_COSTLY


def test_a_declaration_without_entities_is_taken() -> None:
    assert (
        text_in(
            parse_xml(b'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://a.invalid/rss.dtd"><rss>x</rss>', 999)
        )
        == "x"
    )


def test_control_characters_that_programs_leave_are_passed_over() -> None:
    assert text_in(parse_xml("<a>Lễ\x0b ký\x00</a>".encode(), 999)) == "Lễ ký"


def test_deep_and_damaged_files_are_refused() -> None:
    assert refusal(b"<a>" * 5_000) is Refusal.DAMAGED
    assert refusal(b"<a><b></a>") is Refusal.DAMAGED
