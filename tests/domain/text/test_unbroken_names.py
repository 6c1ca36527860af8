"""Names that lines do not break within."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.unbroken_names import names_by_first_word, unbroken

NAMES = names_by_first_word(
    [
        "Bộ Công an",
        "Bộ Công Thương",
        "Bộ Thông tin và Truyền thông",
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Văn phòng Quốc hội",
        "Ủy ban nhân dân tỉnh Bắc Ninh",
        "Ministry of Public Security",
        "Quốc hội",
        "Văn phòng Bộ Công an",
        "NHNN",
    ]
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bộ Công an ký với Bộ Công Thương", "Bộ_Công_an ký với Bộ_Công_Thương"),
        ("Bộ Thông tin và Truyền thông", "Bộ_Thông_tin và_Truyền_thông"),
        ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ_Văn_hóa, Thể_thao và_Du_lịch"),
        ("với “Bộ Công an”, (Quốc hội).", "với “Bộ_Công_an”, (Quốc_hội)."),
        ("Văn phòng Quốc hội", "Văn_phòng_Quốc_hội"),
        ("Văn phòng Bộ Công an ký", "Văn phòng Bộ_Công_an ký"),
        # Longer than a line.
        ("Ủy ban nhân dân tỉnh Bắc Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("Ministry of Public Security", "Ministry of Public Security"),
        # Other names, which only begin alike.
        ("Bộ Công nghiệp, Bộ Công", "Bộ Công nghiệp, Bộ Công"),
        ("NHNN  ký ", "NHNN  ký "),
        ("", ""),
    ],
)
def test_short_names_are_kept_together(text: str, kept: str) -> None:
    assert unbroken(text, NAMES) == kept.replace("_", "\u00a0")


@given(
    st.lists(st.sampled_from(["Bộ", "Công", "an", "Công,", "và", "“Bộ", "an”", "Thông", "tin", ""]), max_size=9).map(
        " ".join
    )
)
def test_only_spaces_are_replaced(text: str) -> None:
    assert unbroken(text, NAMES).replace("\u00a0", " ") == text
