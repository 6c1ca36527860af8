"""Problems with the images of a bulletin."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

NOT_AN_IMAGE = Kind(
    "not-an-image",
    _E,
    Wording(
        "The file {path} is no image that can be shown.",
        "Open it in a program for photos and save it as JPEG or PNG; photos of phones may be HEIC.",
    ),
    Wording(
        "Tệp {path} không phải là ảnh hiển thị được.",
        "Hãy mở bằng trình xem ảnh rồi lưu lại thành JPEG hoặc PNG; ảnh chụp bằng điện thoại có thể là HEIC.",
    ),
)
DAMAGED = Kind(
    "damaged-image",
    _E,
    Wording("The image {path} is damaged or cut off.", "Copy it again from where it came."),
    Wording("Ảnh {path} bị hỏng hoặc bị cắt mất một phần.", "Hãy chép lại từ bản gốc."),
)
TOO_MANY_PIXELS = Kind(
    "image-too-large",
    _E,
    Wording(
        "The image {path} has more than {most} million pixels, which is more than can be read.",
        "Make it smaller: 2,000 pixels across are enough.",
    ),
    Wording(
        "Ảnh {path} có hơn {most} triệu điểm ảnh, vượt quá giới hạn đọc được.",
        "Hãy thu nhỏ ảnh: bề ngang 2.000 điểm ảnh là đủ.",
    ),
)
TOO_LONG = Kind(
    "image-too-large",
    _E,
    Wording(
        "The image {path} has more than {most} pixels on one side, which no JPEG can have.",
        "Cut it into several images.",
    ),
    Wording(
        "Ảnh {path} có cạnh dài hơn {most} điểm ảnh, vượt quá giới hạn của JPEG.",
        "Hãy cắt thành nhiều ảnh.",
    ),
)
TOO_MANY_BYTES = Kind(
    "image-too-large",
    _E,
    Wording(
        "The image {path} has {size} MB: more than the {most} MB that can be read.",
        "Make it smaller, and save it as JPEG: 2,000 pixels across are enough.",
    ),
    Wording(
        "Ảnh {path} nặng {size} MB, vượt quá giới hạn {most} MB.",
        "Hãy thu nhỏ rồi lưu thành JPEG: bề ngang 2.000 điểm ảnh là đủ.",
    ),
)
WRONG_SUFFIX = Kind(
    "wrong-image-suffix",
    _E,
    Wording(
        "The image {path} is not what its name says but {form}.",
        "Rename the file to “{name}”, here too.",
    ),
    Wording(
        "Ảnh {path} không đúng với đuôi tệp: thật ra là {form}.",
        "Hãy đổi tên tệp thành “{name}” và sửa lại cả ở đây.",
    ),
)
HEAVY = Kind(
    "heavy-image",
    _W,
    Wording(
        "The image {path} has {size} MB; whoever copies the bulletin carries it along for ever.",
        "Make it smaller before you add it: readers get 1,600 pixels across at most.",
    ),
    Wording(
        "Ảnh {path} nặng {size} MB, làm kho nội dung phình to mãi về sau.",
        "Hãy thu nhỏ trước khi đưa vào: bạn đọc chỉ nhận tối đa 1.600 điểm ảnh bề ngang.",
    ),
)
SMALL = Kind(
    "small-photo",
    _W,
    Wording(
        "The photo {path} is {width} pixels wide and will look blurred.",
        "Use one of {least} pixels or more; 1,600 are best.",
    ),
    Wording(
        "Ảnh {path} chỉ rộng {width} điểm ảnh nên sẽ bị mờ.",
        "Hãy dùng ảnh rộng từ {least} điểm ảnh, tốt nhất là 1.600.",
    ),
)
STILL = Kind(
    "still-image",
    _W,
    Wording(
        "The image {path} moves, but only its first picture will be shown.",
        "Save it as GIF if it has to move.",
    ),
    Wording(
        "Ảnh {path} là ảnh động nhưng chỉ khung hình đầu tiên được hiển thị.",
        "Nếu cần ảnh động, hãy lưu thành GIF.",
    ),
)
CHANGED = Kind(
    "image-changed",
    _E,
    Wording("The image {path} was changed while the site was being built.", "Build again."),
    Wording("Ảnh {path} bị thay đổi trong khi đang dựng trang.", "Hãy dựng lại."),
)
