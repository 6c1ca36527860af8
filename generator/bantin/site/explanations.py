"""Explanations of official terms in everyday words, which every bulletin has; themes may change them on pages."""

from collections.abc import Iterator

from msgspec import Struct

from bantin.domain.model import OnBehalf, Status
from bantin.domain.text.slugs import slugify
from bantin.site.labels import CAPACITIES, STATUS_MEANINGS, STATUSES
from bantin.site.message import Message


class Explained(Struct, frozen=True):
    """A word with its id, which is its anchor in every language, and what it means."""

    id: str
    word: Message
    meaning: Message


class ExplainedGroup(Struct, frozen=True):
    """Words with a common heading."""

    label: Message
    anchor: str
    words: tuple[Explained, ...]


def status_word(status: Status) -> str:
    """The id of a status: ``con-hieu-luc``, which is also in the address of its list in Vietnamese."""
    return slugify(STATUSES[status].vi)


def capacity_word(capacity: OnBehalf) -> str:
    """The id of a capacity: ``kt``."""
    return capacity.lower()


def _meaning(vi: str, en: str) -> Message:
    return Message(vi, en, "explanation")


def _explained(vi: str, en: str, meaning: Message, word_id: str = "") -> Explained:
    return Explained(word_id or slugify(vi), Message(vi, en, "word"), meaning)


_CAPACITIES: dict[OnBehalf, Message] = {
    OnBehalf.TM: _meaning(
        "Thay mặt: người đứng đầu ký cho cả tập thể, chẳng hạn TM. ỦY BAN NHÂN DÂN.",
        "Thay mặt, on behalf of: the head signs for a collective, such as a People’s Committee.",
    ),
    OnBehalf.KT: _meaning(
        "Ký thay: cấp phó ký thay người đứng đầu, chẳng hạn Thứ trưởng ký KT. BỘ TRƯỞNG.",
        "Ký thay, in place of: a deputy signs for the head, such as a deputy minister for the minister.",
    ),
    OnBehalf.TL: _meaning(
        "Thừa lệnh: người đứng đầu cơ quan giao cho người đứng đầu một đơn vị trực thuộc ký, chẳng hạn Chánh Văn phòng "
        "ký TL. BỘ TRƯỞNG.",
        "Thừa lệnh, by order: the head has the chief of a unit sign, such as the chief of the ministry’s office.",
    ),
    OnBehalf.TUQ: _meaning(
        "Thừa ủy quyền: người ký được người đứng đầu ủy quyền bằng văn bản, trong một thời gian nhất định.",
        "Thừa ủy quyền, by authorisation: whoever signs has a written authorisation of the head for a limited time.",
    ),
    OnBehalf.Q: _meaning(
        "Quyền: người được giao tạm giữ chức vụ cấp trưởng khi chưa có người chính thức, chẳng hạn Q. VỤ TRƯỞNG.",
        "Quyền, acting: somebody holds the post of the head for as long as nobody has been appointed.",
    ),
}

GROUPS = (
    ExplainedGroup(
        Message("Hiệu lực của văn bản", "Whether an agreement is in force", "word"),
        "tinh-trang",
        (
            _explained(
                "Hiệu lực",
                "Force of an agreement",
                _meaning(
                    "Văn bản có hiệu lực là văn bản mà các bên đang phải thực hiện. Tình trạng hiệu lực trên trang "
                    "web này được tính từ các ngày và sự kiện mà nguồn tin nêu.",
                    "An agreement in force binds its parties. On this site, the status follows from the dates and "
                    "events that the sources tell.",
                ),
            ),
            *(Explained(status_word(one), STATUSES[one], meaning) for one, meaning in STATUS_MEANINGS.items()),
            _explained(
                "Gia hạn",
                "Extension",
                _meaning(
                    "Các bên thỏa thuận kéo dài thời hạn của văn bản đến một ngày muộn hơn.",
                    "The parties agree that the agreement applies until a later day.",
                ),
            ),
            _explained(
                "Thay thế",
                "Replacement",
                _meaning(
                    "Văn bản mới thế chỗ văn bản cũ; văn bản cũ hết hiệu lực.",
                    "A new agreement takes the place of an older one, which ends.",
                ),
            ),
            _explained(
                "Sửa đổi, bổ sung",
                "Amendment",
                _meaning(
                    "Một văn bản ký sau đổi một số điều của văn bản cũ; các điều khác giữ nguyên.",
                    "A later agreement changes some articles of an older one; the others stay as they are.",
                ),
            ),
        ),
    ),
    ExplainedGroup(
        Message("Chữ viết tắt trước chức vụ người ký", "Abbreviations before signatures", "word"),
        "nguoi-ky",
        tuple(
            Explained(
                capacity_word(one),
                Message(f"{one}. ({CAPACITIES[one].vi})", f"{one}. ({CAPACITIES[one].en})", "word"),
                meaning,
            )
            for one, meaning in _CAPACITIES.items()
        ),
    ),
    ExplainedGroup(
        Message("Loại văn bản", "Types of document", "word"),
        "loai-van-ban",
        (
            _explained(
                "Quy chế phối hợp",
                "Coordination regulation",
                _meaning(
                    "Văn bản do hai hay nhiều cơ quan cùng ký, quy định việc gì cùng làm, cơ quan nào chủ trì, cơ quan "
                    "nào phối hợp và trao đổi thông tin với nhau ra sao.",
                    "A document by which two or more agencies settle what they do together, who leads, who assists "
                    "and how they inform each other.",
                ),
            ),
            _explained(
                "Biên bản ghi nhớ",
                "Memorandum of understanding",
                _meaning(
                    "Văn bản ghi lại những điều các bên đã thống nhất sẽ cùng làm, thường chưa đi vào chi tiết.",
                    "A document that records what the parties mean to do together, usually without details.",
                ),
            ),
            _explained(
                "Kế hoạch phối hợp",
                "Joint plan",
                _meaning(
                    "Văn bản nêu những việc các bên cùng làm trong một thời gian, ai làm việc gì và bao giờ xong.",
                    "A document that says what the parties do together within some time, who does what, and by when.",
                ),
            ),
            _explained(
                "Phụ lục",
                "Annex",
                _meaning(
                    "Phần kèm theo văn bản, hoặc văn bản ký sau để sửa đổi, bổ sung, gia hạn văn bản chính.",
                    "A part attached to an agreement, or a later document that amends or extends it.",
                ),
            ),
            _explained(
                "Văn bản hợp nhất",
                "Consolidated text",
                _meaning(
                    "Toàn văn sau khi đã đưa các nội dung sửa đổi vào văn bản gốc, để dễ đọc. Khi áp dụng, phải dùng "
                    "các văn bản đã ký.",
                    "The text with all amendments put into it, to be easier to read. What counts are the signed texts.",
                ),
            ),
        ),
    ),
    ExplainedGroup(
        Message("Từ ngữ trong phần thông tin về văn bản", "Terms among the facts of an agreement", "word"),
        "thong-tin",
        (
            _explained(
                "Số, ký hiệu",
                "Number",
                _meaning(
                    "Số thứ tự văn bản của cơ quan trong năm, kèm chữ viết tắt tên loại văn bản và tên các cơ quan ký, "
                    "chẳng hạn 01/QCPH-BCA-VPQH.",
                    "The running number of the document, with abbreviations of its type and of the agencies that "
                    "signed, such as 01/QCPH-BCA-VPQH.",
                ),
                "so-ky-hieu",
            ),
            _explained(
                "Trích yếu",
                "Subject line",
                _meaning(
                    "Một câu ngắn cho biết văn bản nói về việc gì; thường dùng làm tên văn bản.",
                    "A short line that says what the document is about; it serves as its title.",
                ),
            ),
            _explained(
                "Căn cứ",
                "Legal basis",
                _meaning(
                    "Các luật, nghị định và văn bản khác mà các bên dựa vào để ký.",
                    "The laws, decrees and other documents on which the parties rely.",
                ),
            ),
            _explained(
                "Chủ trì",
                "Lead agency",
                _meaning(
                    "Cơ quan chịu trách nhiệm chính, đứng ra tổ chức công việc; các cơ quan khác phối hợp.",
                    "The agency that is mainly responsible and organises the work; the others assist.",
                ),
            ),
            _explained(
                "Luân phiên chủ trì",
                "Rotating chair",
                _meaning(
                    "Các bên lần lượt đứng ra chủ trì, mỗi kỳ một bên.",
                    "The parties take turns to chair, one after another.",
                ),
            ),
            _explained(
                "Đầu mối",
                "Contact",
                _meaning(
                    "Đơn vị hoặc người được giao liên lạc, giúp các bên phối hợp hằng ngày.",
                    "The unit or person through whom the parties keep in touch from day to day.",
                ),
            ),
            _explained(
                "Sơ kết, tổng kết",
                "Review",
                _meaning(
                    "Sơ kết là cuộc họp giữa chừng, tổng kết là cuộc họp khi kết thúc một giai đoạn; tại đó các bên "
                    "xem lại việc đã làm và bàn việc tiếp theo.",
                    "A meeting, midway or at the end of a period, at which the parties look back at what was done and "
                    "settle what comes next.",
                ),
                "so-ket",
            ),
            _explained(
                "Cấp ký kết",
                "Scope",
                _meaning(
                    "Văn bản do các cơ quan ở trung ương, ở cấp tỉnh hay trong nội bộ một ngành ký với nhau.",
                    "Whether central agencies, agencies of a province or units of one sector have signed.",
                ),
            ),
        ),
    ),
)
"""All words with an explanation, in the order of the page."""


def _messages() -> Iterator[Message]:
    for group in GROUPS:
        yield group.label
        for one in group.words:
            yield from (message for message in (one.word, one.meaning) if message.context in {"word", "explanation"})


MESSAGES = tuple(_messages())
"""The texts of the page as messages for catalogues; names and meanings of statuses are labels already."""
