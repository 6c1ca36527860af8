"""Problems with amendments of one agreement by another."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

AMENDMENT_WITHOUT_TEXT = Kind(
    "amendment-text",
    _E,
    Wording(
        "It is not said how the provision reads from then on.",
        "Add “text:” with the whole provision with its number, as the amending "
        "agreement has it; of several lines, write “|” behind the colon and the lines below.",
    ),
    Wording(
        "Chưa ghi nội dung mới của điều khoản.",
        "Hãy thêm “text:” với toàn bộ điều khoản kèm số thứ tự, như trong văn bản sửa đổi; "
        "nếu có nhiều dòng, hãy ghi “|” sau dấu hai chấm rồi viết các dòng ở dưới.",
    ),
)
REPEAL_WITH_TEXT = Kind(
    "amendment-text",
    _E,
    Wording(
        "A repealed provision has no text.",
        "Remove “text”; if the provision reads otherwise from then on, write “do: replace”.",
    ),
    Wording(
        "Điều khoản bị bãi bỏ thì không có nội dung.",
        "Hãy bỏ “text”; nếu điều khoản được sửa đổi, hãy ghi “do: replace”.",
    ),
)
NOT_A_PROVISION = Kind(
    "not-a-provision",
    _E,
    Wording(
        "“{value}” names no provision.",
        "Name one, as the signed text numbers it: “dieu-5-khoan-2-diem-a” or “điểm a khoản 2 Điều 5”.",
    ),
    Wording(
        "“{value}” không phải là một điều, khoản, điểm.",
        "Hãy ghi đúng một điều khoản, theo số trong văn bản: “dieu-5-khoan-2-diem-a” hoặc “điểm a khoản 2 Điều 5”.",
    ),
)
AMENDED_WITHOUT_TEXT = Kind(
    "amended-without-text",
    _W,
    Wording(
        "“{id}” has no text here, so its page cannot show how it reads with this amendment.",
        "Put the signed text below the facts in {file}, if it is public.",
    ),
    Wording(
        "“{id}” chưa có toàn văn ở đây, nên trang của văn bản đó không hiện được nội dung sau sửa đổi.",
        "Nếu văn bản được công khai, hãy đưa toàn văn đã ký vào phần nội dung của {file}.",
    ),
)
MISSING = Kind(
    "amended-provision-missing",
    _E,
    Wording(
        "“{id}” has no provision “{at}” on {day}, when this takes effect.",
        "Correct “at”, or write “do: insert” if the provision is new.",
    ),
    Wording(
        "“{id}” không có “{at}” vào ngày {day}, khi sửa đổi này có hiệu lực.",
        "Hãy sửa lại “at”; nếu đây là điều khoản mới, hãy ghi “do: insert”.",
    ),
)
REPEALED = Kind(
    "amended-provision-repealed",
    _E,
    Wording(
        "“{at}” of “{id}” had been repealed by {day}, when this takes effect.",
        "Correct “at” or the days; a provision that comes anew gets a number of its own and “do: insert”.",
    ),
    Wording(
        "“{at}” của “{id}” đã bị bãi bỏ trước ngày {day}, khi sửa đổi này có hiệu lực.",
        "Hãy sửa lại “at” hoặc ngày hiệu lực; điều khoản mới phải có số riêng và ghi “do: insert”.",
    ),
)
EXISTS = Kind(
    "inserted-provision-exists",
    _E,
    Wording(
        "“{id}” has a provision “{at}” already on {day}, when this takes effect.",
        "Write “do: replace” if it is to read otherwise; else correct the number, in “at” and in “text”.",
    ),
    Wording(
        "“{id}” đã có “{at}” vào ngày {day}, khi sửa đổi này có hiệu lực.",
        "Nếu sửa đổi điều khoản đó, hãy ghi “do: replace”; nếu không, hãy sửa số thứ tự ở “at” và “text”.",
    ),
)
OTHER_NUMBER = Kind(
    "amendment-other-number",
    _E,
    Wording(
        "The new text is that of “{at}”, not of the provision that “at” names.",
        "Correct the number in “at” or at the beginning of “text”.",
    ),
    Wording(
        "Nội dung mới là của “{at}”, khác với điều khoản ghi ở “at”.",
        "Hãy sửa số ở “at” hoặc ở đầu “text”.",
    ),
)
UNREADABLE = Kind(
    "amendment-unreadable",
    _E,
    Wording(
        "The new text of “{at}” is not one provision that begins with its number.",
        "Begin “text” with the number as in the agreement, such as “Điều 5.”, “2.” or “a)”; each provision is an entry "
        "of its own.",
    ),
    Wording(
        "Nội dung mới của “{at}” không phải là một điều khoản mở đầu bằng số thứ tự.",
        "Hãy mở đầu “text” bằng số thứ tự như trong văn bản: “Điều 5.”, “2.” hoặc “a)”; mỗi điều khoản ghi thành một "
        "mục riêng.",
    ),
)
NO_PLACE = Kind(
    "inserted-without-place",
    _E,
    Wording(
        "Where “{at}” is to stand in “{id}” does not follow from its number: there is no other of its kind.",
        "Replace the provision that is to contain it, with all its text.",
    ),
    Wording(
        "Không rõ “{at}” nằm ở đâu trong “{id}”: văn bản chưa có phần nào cùng loại.",
        "Hãy sửa đổi cả phần chứa nội dung này, ghi đủ nội dung mới.",
    ),
)
AMENDED_TWICE = Kind(
    "amended-twice",
    _E,
    Wording(
        "“{other_at}” of “{id}” is amended on the same day ({day}) by {other}: which comes first is not known.",
        "Correct one of the days, or say in one entry how the provision reads after both.",
    ),
    Wording(
        "“{other_at}” của “{id}” cũng được sửa đổi cùng ngày ({day}) ở {other}: không rõ cái nào trước.",
        "Hãy sửa lại ngày hiệu lực, hoặc ghi nội dung sau cả hai lần sửa đổi trong một mục.",
    ),
)
AMENDED_TWICE_HERE = Kind(
    AMENDED_TWICE.code,
    _E,
    Wording(
        "“{other_at}” of “{id}” is amended in {other} as well, by the same agreement.",
        "Say in one entry how the provision reads from then on, with all that it contains.",
    ),
    Wording(
        "“{other_at}” của “{id}” cũng được chính văn bản này sửa đổi ở {other}.",
        "Hãy ghi toàn bộ nội dung mới của điều khoản trong một mục.",
    ),
)
AMENDED_IN_UNKNOWN_ORDER = Kind(
    "amended-in-unknown-order",
    _W,
    Wording(
        "“{other_at}” of “{id}” is amended by {other} too, and the days do not tell which comes first: how it reads "
        "since then is not known.",
        "State the days from which both are in force more exactly, once you know them.",
    ),
    Wording(
        "“{other_at}” của “{id}” cũng được sửa đổi ở {other}, nhưng ngày hiệu lực không cho biết cái nào trước: từ đó "
        "không rõ nội dung.",
        "Khi biết, hãy ghi rõ hơn ngày có hiệu lực của cả hai văn bản.",
    ),
)
AMENDS_CYCLE = Kind(
    "amends-cycle",
    _E,
    Wording(
        "These agreements amend each other in a circle: {chain}.",
        "An agreement amends one that was there before it: correct one “to”.",
    ),
    Wording(
        "Các văn bản này sửa đổi nhau theo vòng tròn: {chain}.",
        "Văn bản chỉ sửa đổi văn bản có trước nó: hãy sửa lại một mục “to”.",
    ),
)
AMENDED_BEFORE_SIGNING = Kind(
    "amended-before-signing",
    _E,
    Wording(
        "This takes effect on {day}, before “{id}” was signed ({signed}).",
        "Check the days of both agreements, and which of them “to” should name.",
    ),
    Wording(
        "Sửa đổi này có hiệu lực ngày {day}, trước khi “{id}” được ký ({signed}).",
        "Hãy kiểm tra ngày của cả hai văn bản, và mã ở “to”.",
    ),
)
AMENDS_UNRELATED = Kind(
    "amends-without-relation",
    _W,
    Wording(
        "This amends “{id}”, but “relations” do not say so.",
        "Add to the “relations” of this agreement: “- {{kind: amends, to: {id}}}”.",
    ),
    Wording(
        "Văn bản này sửa đổi “{id}”, nhưng “relations” không ghi quan hệ đó.",
        "Hãy thêm vào “relations” của văn bản này: “- {{kind: amends, to: {id}}}”.",
    ),
)
AMENDMENT_UNDATED = Kind(
    "amendment-undated",
    _W,
    Wording(
        "Nothing tells since when this is in force, so how “{id}” reads from {day} on is not known.",
        "Add “effective_on: …” to this agreement, once you know the day.",
    ),
    Wording(
        "Chưa rõ sửa đổi này có hiệu lực từ khi nào, nên từ {day} không rõ nội dung của “{id}”.",
        "Khi biết, hãy thêm “effective_on: …” cho văn bản này.",
    ),
)
PART_MISSING = Kind(
    "event-part-missing",
    _W,
    Wording(
        "The text of this agreement never had “{part}”.",
        "Name the provisions as in the text, such as “khoản 2 Điều 5”.",
    ),
    Wording(
        "Văn bản này chưa từng có “{part}”.",
        "Hãy ghi điều khoản đúng như trong văn bản, chẳng hạn “khoản 2 Điều 5”.",
    ),
)
