"""Problems with facts of an agreement that the title, the lead or the text of its article contradicts.

Only a person can say which of the two is right. So these are warnings, and each names both places.
"""

from bantin.domain.problems import Kind, Severity, Wording


def _contradiction(code: str, english: str, vietnamese: str) -> Kind:
    """The problem of an article that contradicts one fact, called ``english`` and ``vietnamese`` in messages."""
    return Kind(
        code,
        Severity.WARNING,
        Wording(
            f"“{{text}}” is said here, but {english} is {{fact}} (“{{key}}”, {{place}}).",
            "If the fact is right, write “{mended}” here; if the text is right, correct “{key}” ({place}).",
        ),
        Wording(
            f"Ở đây ghi “{{text}}”, nhưng {vietnamese} là {{fact}} (“{{key}}”, {{place}}).",
            "Nếu dữ liệu đúng, hãy ghi ở đây “{mended}”; nếu bài viết đúng, hãy sửa “{key}” ({place}).",
        ),
    )


SIGNING_DAY = _contradiction("contradiction-signed", "the day of the signing", "ngày ký")
EFFECTIVE_DAY = _contradiction("contradiction-effective", "the day from which it is in force", "ngày có hiệu lực")
EXPIRY_DAY = _contradiction("contradiction-expires", "the day until which it is in force", "ngày hết hiệu lực")
CLAUSES = _contradiction("contradiction-clauses", "the number of articles", "số điều")
CLAUSES_COUNTED = Kind(
    CLAUSES.code,
    Severity.WARNING,
    Wording(
        "The last article here is number {text}, but the number of articles is {fact} (“{key}”, {place}).",
        "If the text is whole, correct “{key}” ({place}); else add what it lacks.",
    ),
    Wording(
        "Điều cuối cùng ở đây là Điều {text}, nhưng số điều là {fact} (“{key}”, {place}).",
        "Nếu văn bản đã đủ, hãy sửa “{key}” ({place}); nếu chưa, hãy bổ sung phần còn thiếu.",
    ),
)
PARTIES = _contradiction("contradiction-parties", "the number of parties", "số bên ký kết")
NUMBER = _contradiction("contradiction-number", "the number of the agreement", "số, ký hiệu của văn bản")
NAME = _contradiction("contradiction-name", "the name of the signatory", "tên người ký")
