"""VERIFY: compares a published site, in a folder or on the web, with its receipt."""

from bantin.output.verify.folder import Folder
from bantin.output.verify.verification import Verdict, verify
from bantin.output.verify.web import Web

__all__ = ["Folder", "Verdict", "Web", "verify"]
