"""The catalogue of the data (DCAT-AP 3.0.1, as JSON-LD), for open data portals to harvest.

It contains only known facts: the settings of a bulletin have no place, frequency or access rights, so these are
missing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site.data.files import (
    AGREEMENTS_JSON,
    CATALOGUE,
    PACKAGE,
    SCHEMA,
    WORKBOOK,
    DataFile,
    file_url,
    license_url,
)
from bantin.site.data.tables import TABLES
from bantin.site.titles import titles_of
from bantin.site.views import Json

_PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_LANGUAGES: Mapping[Language, str] = {"vi": "VIE", "en": "ENG"}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMATS: Mapping[str, str] = {"application/json": "JSON", "text/csv": "CSV", _XLSX: "XLSX"}

# The themes are those of the European portal, which all of its harvesters know.
_THEME: Mapping[str, Json] = {
    "@id": f"{_AUTHORITY}data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": (
        {"@value": "Government and public sector", "@language": "en"},
        {"@value": "Chính phủ và khu vực công", "@language": "vi"},
    ),
}
_THEMES: Mapping[str, Json] = {
    "@id": f"{_AUTHORITY}data-theme",
    "@type": "skos:ConceptScheme",
    "dct:title": {"@value": "Data theme", "@language": "en"},
}


def span(days: Iterable[Edtf | None]) -> tuple[Edtf, Edtf] | None:
    """The first and the last of ``days``, as far as they are certain; ``None`` if none has a certain year."""
    certain = [day for day in days if day and day.year and not day.qualifier]
    if not certain:
        return None
    # Of two with the same beginning or end, the more exact one.
    first = min(certain, key=lambda day: (day.earliest, day.latest))
    last = max(certain, key=lambda day: (day.latest, day.earliest))
    return first, last


def catalogue(directory: Directory, signed: tuple[Edtf, Edtf] | None, changed: date | None) -> Mapping[str, Json]:
    """The content of ``catalogue.jsonld``.

    ``signed`` are the first and the last day of signing, ``changed`` is the day of the last change, if they are known.
    """
    site = directory.site
    modified: dict[str, Json] = {"dct:modified": _day(changed)} if changed else {}
    title = titles_of(site).data_of.format(title=site.title)
    return {
        "@context": _PREFIXES,
        "@id": file_url(directory, CATALOGUE.name),
        "@type": "dcat:Catalog",
        "dct:title": _text(site.title, site.language),
        "dct:description": _text(site.description or site.title, site.language),
        "dct:language": _language(site.language),
        "dct:publisher": {
            "@id": f"{site.base_url}#publisher",
            "@type": "foaf:Agent",
            "foaf:name": _text(site.published_by, site.language),
        },
        **modified,
        "foaf:homepage": _page(site.base_url),
        "dcat:themeTaxonomy": _THEMES,
        **_terms(directory),
        "dcat:dataset": {
            "@id": f"{file_url(directory, '')}#dataset",
            "@type": "dcat:Dataset",
            "dct:identifier": file_url(directory, ""),
            "dct:title": _text(title, site.language),
            "dct:description": _text(site.description or title, site.language),
            "dct:language": _language(site.language),
            "dct:publisher": {"@id": f"{site.base_url}#publisher"},
            **modified,
            "dcat:landingPage": _page(file_url(directory, "")),
            "dcat:theme": _THEME,
            "dcat:keyword": tuple(
                _text(term.label.text(site.language), site.language) for term in directory.vocabulary.fields
            ),
            **_contact(directory),
            **_temporal(signed),
            "dcat:distribution": tuple(_distributions(directory)),
        },
    }


def _distributions(directory: Directory) -> Iterator[Json]:
    language = directory.site.language
    records = AGREEMENTS_JSON
    yield _distribution(directory, records.name, records.about.text(language), "application/json", SCHEMA)
    for table in TABLES:
        yield _distribution(directory, table.file, table.title.text(language), "text/csv", PACKAGE)
    yield _distribution(directory, WORKBOOK.name, WORKBOOK.about.text(language), _XLSX)


def _distribution(
    directory: Directory, name: str, title: str, media_type: str, standard: DataFile | None = None
) -> Json:
    url = file_url(directory, name)
    conforms: dict[str, Json] = (
        {"dct:conformsTo": {"@id": file_url(directory, standard.name), "@type": "dct:Standard"}} if standard else {}
    )
    return {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _text(title, directory.site.language),
        "dcat:accessURL": {"@id": file_url(directory, "")},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": {"@id": _MEDIA_TYPES + media_type, "@type": "dct:MediaType"},
        "dct:format": {"@id": f"{_AUTHORITY}file-type/{_FORMATS[media_type]}", "@type": "dct:MediaTypeOrExtent"},
        **conforms,
        "dct:language": _language(directory.site.language),
        **_terms(directory),
    }


def _terms(directory: Directory) -> Mapping[str, Json]:
    site = directory.site
    if not site.license:
        return {}
    document: Json = {
        "@id": license_url(directory),
        "@type": "dct:LicenseDocument",
        "rdfs:label": _text(site.license, site.language),
    }
    return {"dct:license": document}


def _contact(directory: Directory) -> Mapping[str, Json]:
    contact = directory.site.contact
    if not (contact.email or contact.phone):
        return {}
    said: dict[str, Json] = {"vcard:fn": directory.site.published_by}
    if contact.email:
        said["vcard:hasEmail"] = {"@id": f"mailto:{contact.email}"}
    if contact.phone:
        said["vcard:hasTelephone"] = {"@id": f"tel:{contact.phone.replace(' ', '')}"}
    return {
        "dcat:contactPoint": {
            "@id": f"{directory.site.base_url}#contact",
            "@type": ("vcard:Kind", "vcard:Organization"),
            **said,
        }
    }


def _temporal(signed: tuple[Edtf, Edtf] | None) -> Mapping[str, Json]:
    if signed is None:
        return {}
    first, last = signed
    period: Json = {"@type": "dct:PeriodOfTime", "dcat:startDate": _date(first), "dcat:endDate": _date(last)}
    return {"dct:temporal": period}


def _date(day: Edtf) -> Json:
    if day.exact:
        return _day(day.exact)
    if day.month:
        return {"@value": f"{day.year:04}-{day.month:02}", "@type": "xsd:gYearMonth"}
    return {"@value": f"{day.year:04}", "@type": "xsd:gYear"}


def _day(day: date) -> Json:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _text(text: str, language: Language) -> Json:
    return {"@value": text, "@language": language}


def _language(language: Language) -> Json:
    return {"@id": f"{_AUTHORITY}language/{_LANGUAGES[language]}", "@type": "dct:LinguisticSystem"}


def _page(url: str) -> Json:
    return {"@id": url, "@type": "foaf:Document"}
