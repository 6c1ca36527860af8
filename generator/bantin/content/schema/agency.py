"""The fields of an agency's file."""

from typing import Annotated

from bantin.content.schema.article import Embargo, IsDraft
from bantin.content.schema.field_marks import FACT, Labelled
from bantin.content.schema.gone import GoneKey
from bantin.content.schema.values import EdtfDate, Fields, Name, Ref, Text, Texts, Url, choice, shorthand
from bantin.domain.model import Level


class ContactFields(Fields):
    """``contact``: the contact details of an agency for the public."""

    address: Annotated[Text, FACT, Labelled("Địa chỉ", "Address")] = ""
    phone: Annotated[Text, FACT, Labelled("Điện thoại", "Telephone")] = ""
    email: Annotated[Text, FACT, Labelled("Thư điện tử", "Email")] = ""


class DatedNameFields(Fields):
    """An item of ``former_names``."""

    name: Annotated[Name, Labelled("Tên", "Name")]
    since: Annotated[EdtfDate | None, FACT, Labelled("Từ ngày", "From")] = None
    until: Annotated[EdtfDate | None, FACT, Labelled("Đến ngày", "Until")] = None


class SuccessionFields(Fields):
    """An item of ``predecessors`` or ``successors``; an agency alone is short for ``{agency: id}``."""

    agency: Annotated[Ref, Labelled("Cơ quan", "Agency")]
    on: Annotated[EdtfDate | None, FACT, Labelled("Ngày", "On")] = None


class AgencyFields(Fields):
    """The fields of ``agencies/<id>.yml``."""

    name: Annotated[Name, Labelled("Tên", "Name")]
    former_names: Annotated[tuple[DatedNameFields, ...], Labelled("Tên cũ", "Former names")] = ()
    abbreviations: Annotated[Texts, FACT, Labelled("Tên viết tắt", "Abbreviations")] = ()
    aliases: Annotated[Texts, Labelled("Tên gọi khác", "Other names")] = ()
    parent: Annotated[Ref | None, FACT, Labelled("Cơ quan cấp trên", "Agency above")] = None
    level: Annotated[Annotated[Level, choice(Level)] | None, FACT, Labelled("Cấp", "Level")] = None
    website: Annotated[Url | None, FACT, Labelled("Trang web", "Website")] = None
    contact: Annotated[ContactFields, FACT, Labelled("Liên hệ", "Contact")] = ContactFields()
    predecessors: Annotated[
        tuple[Annotated[SuccessionFields, shorthand("agency")], ...], Labelled("Cơ quan tiền thân", "Predecessors")
    ] = ()
    successors: Annotated[
        tuple[Annotated[SuccessionFields, shorthand("agency")], ...], Labelled("Cơ quan kế thừa", "Successors")
    ] = ()
    draft: IsDraft = False
    embargo: Embargo = None
    gone: GoneKey = None
