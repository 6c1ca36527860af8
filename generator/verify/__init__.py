"""VERIFY: whether a published site, in a folder or on the web, still is what its receipt says."""

from generator.verify.folder import Folder
from generator.verify.verification import Verdict, verify
from generator.verify.web import Web

__all__ = ["Folder", "Verdict", "Web", "verify"]
