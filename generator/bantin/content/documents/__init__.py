"""VALIDATE: the documents of a bulletin: which file each is, what is in it, and whether it may be published."""

from bantin.content.documents.reading import read_documents
from bantin.content.documents.roots import read_roots

__all__ = ["read_documents", "read_roots"]
