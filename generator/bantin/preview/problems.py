"""Problems of the preview."""

from bantin.domain.problems import Kind, Severity, Wording

CANNOT_LISTEN = Kind(
    "cannot-listen",
    Severity.ERROR,
    Wording("The preview cannot be served at {address}: {reason}.", "Name another port, such as --port 8001."),
    Wording("Không mở được bản xem thử tại {address}: {reason}.", "Hãy chọn cổng khác, ví dụ --port 8001."),
)
