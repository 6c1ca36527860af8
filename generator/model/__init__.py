"""What a bulletin is made of: articles, agreements, agencies, settings. Frozen, complete and free of I/O."""

from generator.model.agency import Agency, Contact, DatedName, Level, Succession
from generator.model.agreement import (
    Agreement,
    Document,
    Event,
    EventKind,
    External,
    FullText,
    OnBehalf,
    Party,
    Person,
    Relation,
    RelationKind,
    Review,
    Scope,
    Signatory,
    SigningPlace,
)
from generator.model.article import Article, Credit, Photo, StaticPage
from generator.model.body import Body, Heading, Link, Outline
from generator.model.comments import Comments, Giscus, Isso
from generator.model.desk import Desk, DeskBackend
from generator.model.document import DocumentFacts, SignatureFacts, Trust
from generator.model.history import Commit, History, Origin
from generator.model.image import ImageFacts, ImageForm
from generator.model.label import Label, Term
from generator.model.reference import Place, Reference, Target
from generator.model.site import (
    CounterMode,
    MenuItem,
    NamedFile,
    Searched,
    SearchScope,
    Site,
    VisitorCounter,
    VisitorFigures,
    Vocabulary,
)
from generator.model.status import Status
from generator.model.target import DeployTarget, TargetKind
from generator.model.translation import TranslatedAgreement, Translation

__all__ = [
    "Agency",
    "Agreement",
    "Article",
    "Body",
    "Comments",
    "Commit",
    "Contact",
    "CounterMode",
    "Credit",
    "DatedName",
    "DeployTarget",
    "Desk",
    "DeskBackend",
    "Document",
    "DocumentFacts",
    "Event",
    "EventKind",
    "External",
    "FullText",
    "Giscus",
    "Heading",
    "History",
    "ImageFacts",
    "ImageForm",
    "Isso",
    "Label",
    "Level",
    "Link",
    "MenuItem",
    "NamedFile",
    "OnBehalf",
    "Origin",
    "Outline",
    "Party",
    "Person",
    "Photo",
    "Place",
    "Reference",
    "Relation",
    "RelationKind",
    "Review",
    "Scope",
    "SearchScope",
    "Searched",
    "Signatory",
    "SignatureFacts",
    "SigningPlace",
    "Site",
    "StaticPage",
    "Status",
    "Succession",
    "Target",
    "TargetKind",
    "Term",
    "TranslatedAgreement",
    "Translation",
    "Trust",
    "VisitorCounter",
    "VisitorFigures",
    "Vocabulary",
]
