"""VERIFY: whether a published site, in a folder or on the web, still is what its receipt says."""

from bantin.output.verify.folder import Folder
from bantin.output.verify.verification import Verdict, verify
from bantin.output.verify.web import Web

__all__ = ["Folder", "Verdict", "Web", "verify"]
