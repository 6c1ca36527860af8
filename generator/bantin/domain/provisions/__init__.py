"""The text of an agreement, provision by provision: reading it from plain lines, writing it, and what refers to it."""
