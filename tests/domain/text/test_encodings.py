"""Encodings: UTF-8 is read, legacy Vietnamese text is recognised, and ordinary prose is taken for none of it."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.encodings import NotUtf8, decode, find_legacy
from bantin.domain.text.legacy_encodings import Legacy, find_legacy_passage
from tests.domain.text.garblers import in_mojibake, in_tcvn3, in_viscii, in_vni, in_windows_1252, in_windows_1258
from tests.domain.text.strategies import bounded, phrases

VIETNAMESE = (
    "Bộ Công an và Văn phòng Quốc hội đã ký Quy chế phối hợp công tác tại Hà Nội sáng ngày 20 tháng 11 năm 2012.",
    "Bốn cơ quan của tỉnh ký quy chế phối hợp về bảo vệ môi trường, phòng, chống tội phạm và vi phạm pháp luật.",
    "Hai bên thống nhất hằng năm luân phiên chủ trì sơ kết, trao đổi thông tin và đề xuất sửa đổi khi cần thiết.",
    "Ủy ban nhân dân các cấp được đề nghị tạo điều kiện thuận lợi để hai ngành thực hiện đầy đủ các nội dung đã ký.",
    "Thứ Tư, 24/11/2021 22:26 – Lễ ký kết «Quy chế phối hợp» giữa Bộ Công an và Bộ Thông tin và Truyền thông.",
)
CAPITALS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK ĐÃ KÝ. LÃNH ĐẠO THỊ XÃ ĐÃ DỰ. THỊ XÃ: 3°."
FOREIGN = {
    "French": (
        "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de "
        "conscience et doivent agir les uns envers les autres dans un esprit de fraternité. L’accord, signé à Hanoï en "
        "août, prévoit une réunion par an ; « le coût en sera partagé », ajoute la Déclaration d’où ils sont tirés."
    ),
    "German": (
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt "
        "und sollen einander im Geiste der Brüderlichkeit begegnen. Die „Vereinbarung“ über die Häuser gilt außer für "
        "§ 3 (±5 %), sie heißt »Übereinkunft« und schließt größere Bäume, Äcker und Öl aus."
    ),
    "Spanish": (
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y "
        "conciencia, deben comportarse fraternalmente los unos con los otros. ¿Y el acuerdo? Se firmó el año pasado en "
        "España, «sin distinción alguna de raza, color, sexo, idioma, religión, opinión política»; ¡qué alegría!"
    ),
    "English": (
        "All human beings are born free and equal in dignity and rights. The café’s façade in Curaçao is naïve – Noël "
        "Coward and Zoë said so; 20 °C ± 5, £3, ½ mile, © 2012, Citroën®. They should act towards one another in a "
        "spirit of brotherhood. “Done at Hanoi, in duplicate, both texts being equally authentic.”"
    ),
}

Garbler = Callable[[str], str]

GARBLED: list[tuple[Legacy, Garbler]] = [
    (Legacy.TCVN3, in_tcvn3),
    (Legacy.VNI, in_vni),
    (Legacy.MOJIBAKE, in_mojibake),
    (Legacy.VISCII, in_viscii),
    (Legacy.WINDOWS_1258, in_windows_1252),
]


def test_the_tables_of_these_tests_write_what_such_files_hold() -> None:
    assert in_tcvn3("Công an ký hợp đồng") == "C«ng an ký hîp ®ång"
    assert in_vni("Cộng hòa, điều khoản ở Ủy ban") == "Coäng hoøa, ñieàu khoaûn ôû UÛy ban"
    assert in_mojibake("Công, Bộ, đồng") == "CÃ´ng, Bá»™, Ä‘á»“ng"
    assert in_windows_1258("Bộ ở đây") == b"B\xf4\xf2 \xf5\xd2 \xf0\xe2y"


@pytest.mark.parametrize(("legacy", "garble"), GARBLED)
@pytest.mark.parametrize("text", VIETNAMESE)
def test_garbled_vietnamese_is_recognised(text: str, legacy: Legacy, garble: Garbler) -> None:
    found = find_legacy(garble(text))
    assert found is not None
    assert found.legacy is legacy


@pytest.mark.parametrize(("legacy", "garble"), GARBLED)
@pytest.mark.parametrize("text", VIETNAMESE)
def test_garbled_text_is_found_where_it_was_pasted(text: str, legacy: Legacy, garble: Garbler) -> None:
    sound = "Bộ Công an và Văn phòng Quốc hội đã ký Quy chế phối hợp.\n\n"
    found = find_legacy(sound + garble(text))
    assert found is not None
    assert found.legacy is legacy
    assert len(sound) <= found.start < found.end
    assert not (sound + garble(text))[found.start : found.end].isascii()


@pytest.mark.parametrize(("legacy", "garble"), GARBLED)
@pytest.mark.parametrize(
    "text",
    [
        "Lễ ký kết quy chế",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Đồng chí Nguyễn Văn Hùng",
        "Ủy ban nhân dân tỉnh Đắk Lắk",
        "Quy chế phối hợp gồm 12 điều.",
    ],
)
def test_what_a_short_piece_reads_is_reported(text: str, legacy: Legacy, garble: Garbler) -> None:
    found = find_legacy_passage(garble(text))
    assert found is not None
    assert found.legacy is legacy
    assert found.reading.lower() == text.lower().rstrip(".")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("céng hßa x· héi chñ nghÜa viÖt nam", "cộng hòa xã hội chủ nghĩa việt nam"),
        ("CéNG HßA X· HéI", "CỘNG HÒA XÃ HỘI"),
        ("COÄNG HOØA XAÕ HOÄI", "CỘNG HÒA XÃ HỘI"),
        ("C«ng an", "Công an"),
        ("CÃ´ng", "Công"),
        ("CĂ´ng an", "Công an"),
        ("Bôò Công an", "Bộ Công an"),
        ("hîp ®ång", "hợp đồng"),
    ],
)
def test_capitals_and_single_words_that_no_other_text_has(text: str, reading: str) -> None:
    found = find_legacy_passage(text)
    assert found is not None
    assert found.reading == reading


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ký ngày 20: hîp ®ång, c«ng an, v¨n phßng", "hîp ®ång, c«ng an, v¨n phßng"),
        ("Ký ngày 20: vaø caùc beân, Boä Coâng an, ñieàu khoaûn.", "vaø caùc beân, Boä Coâng an, ñieàu khoaûn"),
        ("Ký ngày 20: Bá»™ CÃ´ng an, há»£p Ä‘á»“ng", "Bá»™ CÃ´ng an, há»£p Ä‘á»“ng"),
        ("| Bộ Công an | C«ng an tØnh Lµo Cai | 3 |", "C«ng an tØnh Lµo Cai"),
        ("title: LÔ ký kÕt quy chÕ phèi hîp", "LÔ ký kÕt quy chÕ phèi hîp"),
        ("    caption: 'Boä Coâng an kyù keát'", "Boä Coâng an kyù keát"),
        ("authors: [NguyÔn V¨n Hïng, Trần Thị Hoa]", "NguyÔn V¨n Hïng"),
        ("- Vån phòng Qu¯c hµi", "Vån phòng Qu¯c hµi"),
        ("Bộ Công an và V¨n phßng Quèc héi", "V¨n phßng Quèc héi"),
        ("rÃ©union, cafÃ© et crÃ¨me", "Ã©"),
    ],
)
def test_the_words_that_are_in_a_legacy_encoding_are_found(text: str, first: str) -> None:
    found = find_legacy(text)
    assert found is not None
    assert text[found.start : found.end] == first


@bounded
@given(st.lists(st.sampled_from(VIETNAMESE), min_size=1), st.sampled_from(GARBLED))
def test_garbled_text_of_any_length_is_recognised(texts: list[str], garbled: tuple[Legacy, Garbler]) -> None:
    legacy, garble = garbled
    found = find_legacy(garble(" ".join(texts)))
    assert found is not None
    assert found.legacy is legacy


@pytest.mark.parametrize("text", [*VIETNAMESE, CAPITALS, "", *FOREIGN.values()])
def test_ordinary_prose_is_taken_for_nothing_else(text: str) -> None:
    assert find_legacy(text) is None


@bounded
@given(phrases)
def test_vietnamese_in_utf_8_is_taken_for_nothing_else(phrase: str) -> None:
    assert find_legacy(phrase) is None


@bounded
@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_taken_for_nothing_else(text: str) -> None:
    assert find_legacy(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Noël, Noël, Noël, Noël",
        "Citroën và Noël",
        "Ñàm",
        "Ä‘",
        "Windows® và Office®",
        "50 m², ½ giờ, ±5 µm, 20 °C",
    ],
)
def test_an_odd_pair_of_letters_is_no_encoding(text: str) -> None:
    assert find_legacy(text) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Bộ Công an\n".encode(), "Bộ Công an\n"),
        (b"\xef\xbb\xbftitle: x\n", "title: x\n"),
        (b"mot\r\nhai\rba\n\r\nbon", "mot\nhai\nba\n\nbon"),
        (unicodedata.normalize("NFD", "Đường Trường Sơn, Ủy ban").encode(), "Đường Trường Sơn, Ủy ban"),
        ("Ðồng hoà hòa".encode(), "Ðồng hoà hòa"),
    ],
)
def test_utf_8_is_read_composed_and_with_one_kind_of_line_end(data: bytes, text: str) -> None:
    assert decode(data) == text


@bounded
@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\r\n\ufeff\u0301ạ"))))
def test_any_utf_8_is_read_and_reads_the_same_again(text: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    decoded = decode(text.encode())
    assert decoded == unicodedata.normalize("NFC", lines)
    assert decode(b"\xef\xbb\xbf" + decoded.encode()) == decoded


@bounded
@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError:
        with pytest.raises(NotUtf8):
            decode(data)
    else:
        assert "\r" not in decode(data)


@bounded
@given(phrases, st.binary())
def test_what_comes_before_the_first_wrong_byte_is_kept(phrase: str, rest: bytes) -> None:
    with pytest.raises(NotUtf8) as refusal:
        decode(phrase.encode() + b"\xff" + rest)
    assert refusal.value.text == phrase


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Bo\n\xe9", "Bo\n"),
        ("Bộ".encode()[:-1], "B"),
        (b"\xff", ""),
        (b"a\xc0\xafb", "a"),
        (b"a\xed\xa0\x80b", "a"),
    ],
    ids=["Latin-1", "cut short", "no UTF-8", "overlong", "surrogate"],
)
def test_a_wrong_byte_is_reported_at_its_place(data: bytes, text: str) -> None:
    with pytest.raises(NotUtf8) as refusal:
        decode(data)
    assert refusal.value.text == text


@pytest.mark.parametrize("text", VIETNAMESE)
@pytest.mark.parametrize(
    ("legacy", "encode"),
    [
        (Legacy.TCVN3, lambda text: in_tcvn3(text).encode("latin-1", "replace")),
        (Legacy.VNI, lambda text: in_vni(text).encode("latin-1", "replace")),
        (Legacy.WINDOWS_1258, in_windows_1258),
        (Legacy.UTF_16, lambda text: text.encode("utf-16")),
        (Legacy.UTF_16, lambda text: text.encode("utf-16-le")),
        (Legacy.UTF_16, lambda text: text.encode("utf-16-be")),
    ],
)
def test_the_legacy_encoding_of_a_file_is_guessed(text: str, legacy: Legacy, encode: Callable[[str], bytes]) -> None:
    with pytest.raises(NotUtf8) as refusal:
        decode(encode(text))
    assert refusal.value.legacy is legacy


@pytest.mark.parametrize(
    ("data", "legacy"),
    [
        (b"B\xf4\xf2 C\xf4ng an", Legacy.WINDOWS_1258),
        (b"C\xabng an", Legacy.TCVN3),
        (b"Bo\xe4 Co\xe2ng an", Legacy.VNI),
        (b"V\xe5n ph\xf2ng Qu\xafc h\xb5i", Legacy.VISCII),
        (b"C\xf4ng an", Legacy.UNKNOWN),
        (b"n\0a\0m\0e\0:\0 \0B\0o\0 \0A\0\n\0", Legacy.UTF_16),
        (b"\0n\0a\0m\0e\0:\0 \0B\0o\0 \0A\0\n", Legacy.UTF_16),
    ],
)
def test_a_few_words_are_enough_for_a_guess(data: bytes, legacy: Legacy) -> None:
    with pytest.raises(NotUtf8) as refusal:
        decode(data)
    assert refusal.value.legacy is legacy


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FOREIGN["German"], "cp1252"),
        ("Déclaration de Hanoï", "latin-1"),
        ("公安部", "gb18030"),
        ("Министерство", "cp1251"),
    ],
)
def test_no_guess_is_made_at_other_encodings(text: str, encoding: str) -> None:
    with pytest.raises(NotUtf8) as refusal:
        decode(text.encode(encoding))
    assert refusal.value.legacy is Legacy.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. ĐÃ KÝ. XÃ\u00a0HỘI, «THỊ XÃ», XÃ ĐÃ NGÃ",
        "El niño español cumple años mañana. Compañía Española de Señales, Dirección de Enseñanza.",
        "En août, le coût du maïs augmente.",
        "Rechts\u00adschutz\u00adver\u00adsicherung; les étudiant·e·s, les élu·e·s et les agent·e·s",
    ],
)
def test_sound_text_that_once_looked_garbled_is_left_alone(text: str) -> None:
    assert find_legacy(text) is None


def test_one_bad_byte_in_sound_utf8_is_not_blamed_on_an_encoding() -> None:
    sound = "Bộ Công an và Văn phòng Quốc hội ký kết Quy chế phối hợp đồng thời. " * 3
    with pytest.raises(NotUtf8) as caught:
        decode(sound.encode() + b"\xff")
    assert caught.value.legacy is Legacy.UNKNOWN
    assert caught.value.text == sound


def test_a_byte_order_mark_does_not_move_the_place_of_a_bad_byte() -> None:
    with pytest.raises(NotUtf8) as caught:
        decode(b"\xef\xbb\xbfabc\xff")
    assert caught.value.text == "abc"


# Words that have all that is sought: a line of fewer may by chance have none of it.
@bounded
@given(st.sampled_from(VIETNAMESE), st.sampled_from(GARBLED), st.integers(0, 8))
def test_no_line_that_is_garbled_is_passed_over(text: str, garbled: tuple[Legacy, Garbler], start: int) -> None:
    line = garbled[1](" ".join(text.split()[start : start + 10]))
    assert find_legacy(line) is not None
