"""The preview: a local server that rebuilds the site at each change, drafts included."""

from bantin.preview.counting import preview_counter
from bantin.preview.preview import Preview
from bantin.preview.server import require_port, serve

__all__ = ["Preview", "preview_counter", "require_port", "serve"]
