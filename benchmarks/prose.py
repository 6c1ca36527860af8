"""Random Vietnamese text: sentences, and article bodies in Markdown with the elements that editors use."""

import random
from collections.abc import Iterator

_WORDS = """
an ban bảo bên biên bộ bước buổi cán cao cấp chất chế chỉ chính chung chủ chức có cơ công cùng cuộc cường cứu dân dịch
dự đã đảm đánh đạo đầu đề đến địa điểm điều định đoàn đổi đối đơn đồng đúng được giá giải giao giữa góp hai hành hằng
hiện hiệu họp hoạt hội hợp huyện kế kết khai khẩn khó khu kịp kiểm ký là lãnh lập lễ liên lực luật mạnh mới mục năm
nâng nghị ngành ngày nghiêm nhân nhiệm nhiều như nội ở pháp phải phân phát phòng phối phục phương quan quản quần quốc
quy quyết quý sau sát sẽ sinh soát sơ sở sự tác tại tạo tăng tập tế thành tháng thẩm theo thi thiết thông thời thực
thường tích tiếp tin tỉnh tình tổ toàn tốt tra trách trao triển trình trong trung trưởng trước tuyên tư từng ủy và vấn
văn vào về vị việc viên với vụ xã xây xử ý yêu
"""
_SYLLABLES = tuple(_WORDS.split())


def sentence(dice: random.Random, length: int) -> str:
    """Returns ``length`` random syllables, capitalized and without a full stop."""
    return " ".join(dice.choices(_SYLLABLES, k=length)).capitalize()


def body(dice: random.Random, size: int) -> str:
    """Returns a body of about ``size`` bytes: paragraphs, headings, always a list, now and then rarer elements."""
    paragraphs = list(_paragraphs(dice, size))
    extras = [_list(dice)]
    if dice.random() < 0.2:
        extras.append(f"> {sentence(dice, 30)}.")
    if dice.random() < 0.15:
        extras.append(_table(dice))
    after = {dice.randrange(1, len(paragraphs)): extra for extra in extras}
    blocks: list[str] = []
    for place, paragraph in enumerate(paragraphs):
        # News begins without a heading.
        if place > 2 and place % 4 == 3:
            blocks.append(f"## {sentence(dice, dice.randrange(4, 9))}")
        blocks += [paragraph, after[place]] if place in after else [paragraph]
    if dice.random() < 0.1:
        blocks[0] += "[^1]"
        blocks.append(f"[^1]: {sentence(dice, 12)}.")
    return "\n\n".join(blocks) + "\n"


def _paragraphs(dice: random.Random, size: int) -> Iterator[str]:
    written = 0
    while written < size:
        paragraph = " ".join(_full_sentence(dice) for _ in range(dice.randrange(2, 6)))
        if dice.random() < 0.15:
            paragraph += f" Theo **{sentence(dice, 4)}**, {sentence(dice, 14).lower()}."
        if dice.random() < 0.08:
            paragraph += (
                f" Xem [danh mục cơ quan](/co-quan/) và [{sentence(dice, 4)}](https://congbao.example/van-ban)."
            )
        written += len(paragraph.encode()) + 2
        yield paragraph


def _full_sentence(dice: random.Random) -> str:
    beginning = sentence(dice, dice.randrange(6, 16))
    if dice.random() < 0.1:
        beginning += f" ngày {dice.randrange(1, 29)}/{dice.randrange(1, 13)}/2024"
    return f"{beginning}, {sentence(dice, dice.randrange(8, 18)).lower()}."


def _list(dice: random.Random) -> str:
    return "\n".join(f"- {sentence(dice, dice.randrange(8, 20)).lower()};" for _ in range(dice.randrange(3, 6)))


def _table(dice: random.Random) -> str:
    rows = [f"| {sentence(dice, 4)} | {sentence(dice, 6)} | {dice.randrange(10_000)} |" for _ in range(5)]
    return "\n".join(["| Đơn vị | Nội dung | Số lượng |", "| --- | --- | ---: |", *rows])
