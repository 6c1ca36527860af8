"""VALIDATE: the documents of a bulletin: their types and contents, and whether they may be published."""

from bantin.content.documents.machine_reading import with_readings
from bantin.content.documents.reading import read_documents
from bantin.content.documents.trusted_roots import read_roots

__all__ = ["read_documents", "read_roots", "with_readings"]
