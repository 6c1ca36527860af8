"""Places that complete names in part, and names that stay as they are."""

import pytest

from bantin.importing.facts.names.named_places import completed, only_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tại huyện Mường La, tỉnh Sơn La", ("tỉnh Sơn La", "huyện Mường La")),
        ("Công an TP Vinh và UBND thành phố Vinh", ("thành phố Vinh",)),
        ("huyện Tân Lạc và huyện Mai Châu, tỉnh Hòa Bình", ("tỉnh Hòa Bình",)),
        ("Chủ tịch UBND xã Lê Văn An", ()),
        ("trật tự, an toàn xã hội ở mỗi huyện", ()),
    ],
)
def test_a_place_is_told_if_a_text_names_one_only(text: str, places: tuple[str, ...]) -> None:
    assert only_places(text) == places


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Công an tỉnh", "Công an tỉnh Sơn La"),
        ("Công an huyện", "Công an huyện Mường La"),
        ("Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy Sơn La"),
        ("Huyện đoàn", "Huyện đoàn Mường La"),
        ("Công an xã", "Công an xã"),
        ("Công an tỉnh Yên Bái", "Công an tỉnh Yên Bái"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_name_is_completed_by_a_place_of_the_same_unit(name: str, full: str) -> None:
    assert completed(name, ("tỉnh Sơn La", "huyện Mường La")) == full
