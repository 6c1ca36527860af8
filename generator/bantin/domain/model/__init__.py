"""The content model: articles, agreements, agencies, settings. Frozen values without I/O."""

from bantin.domain.model.agency import Agency, Contact, DatedName, Level, Succession
from bantin.domain.model.agreement import (
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
from bantin.domain.model.amendment import Amendment, AmendmentKind
from bantin.domain.model.article import Article, Credit, Photo, StaticPage
from bantin.domain.model.body import Body, Heading, Link, Outline
from bantin.domain.model.change import Change, ChangeKind, told_changes
from bantin.domain.model.cms import Cms, CmsBackend
from bantin.domain.model.comments import Comments, Giscus, Isso
from bantin.domain.model.content import Content
from bantin.domain.model.document import DocumentFacts, MachineReading, SignatureFacts, Trust
from bantin.domain.model.gone import Gone, GoneKind
from bantin.domain.model.history import Commit, Facts, FileVersion, History, Origin, PublicVersion, Shown
from bantin.domain.model.image import ImageFacts, ImageForm
from bantin.domain.model.label import Label, Term
from bantin.domain.model.ledger import AddressKind, Ledger, Named, PublicAddress
from bantin.domain.model.own_field import OwnField, OwnFieldKind, ShownIn
from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.model.record import RecordFile, RecordHome
from bantin.domain.model.reference import Position, Reference, ReferenceTarget
from bantin.domain.model.site import (
    CounterMode,
    Explanation,
    Feature,
    MenuItem,
    NamedFile,
    SearchCoverage,
    SearchScope,
    Site,
    VisitorCounter,
    VisitorFigures,
    Vocabulary,
)
from bantin.domain.model.status import BINDING, Status
from bantin.domain.model.target import DeployTarget, TargetKind
from bantin.domain.model.translation import TranslatedAgreement, TranslatedChange, Translation, note_of

__all__ = [
    "BINDING",
    "AddressKind",
    "Agency",
    "Agreement",
    "AgreementText",
    "Amendment",
    "AmendmentKind",
    "Article",
    "Body",
    "Change",
    "ChangeKind",
    "Cms",
    "CmsBackend",
    "Comments",
    "Commit",
    "Contact",
    "Content",
    "CounterMode",
    "Credit",
    "DatedName",
    "DeployTarget",
    "Document",
    "DocumentFacts",
    "Event",
    "EventKind",
    "Explanation",
    "External",
    "Facts",
    "Feature",
    "FileVersion",
    "FullText",
    "Giscus",
    "Gone",
    "GoneKind",
    "Heading",
    "History",
    "ImageFacts",
    "ImageForm",
    "Isso",
    "Label",
    "Ledger",
    "Level",
    "Link",
    "MachineReading",
    "MenuItem",
    "Named",
    "NamedFile",
    "OnBehalf",
    "Origin",
    "Outline",
    "OwnField",
    "OwnFieldKind",
    "Party",
    "Person",
    "Photo",
    "Position",
    "Provision",
    "ProvisionKind",
    "PublicAddress",
    "PublicVersion",
    "RecordFile",
    "RecordHome",
    "Reference",
    "ReferenceTarget",
    "Relation",
    "RelationKind",
    "Review",
    "Scope",
    "SearchCoverage",
    "SearchScope",
    "Shown",
    "ShownIn",
    "Signatory",
    "SignatureFacts",
    "SigningPlace",
    "Site",
    "StaticPage",
    "Status",
    "Succession",
    "TargetKind",
    "Term",
    "TranslatedAgreement",
    "TranslatedChange",
    "Translation",
    "Trust",
    "VisitorCounter",
    "VisitorFigures",
    "Vocabulary",
    "note_of",
    "told_changes",
]
