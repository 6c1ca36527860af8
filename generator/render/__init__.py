"""RENDER: views → files, through themes."""

from generator.render.artifact import Artifact, Kept
from generator.render.assets import Assets, load_assets
from generator.render.renderer import Directories, Frame, Frames, framed, render, render_blanks
from generator.render.theme import Theme, load_theme

__all__ = [
    "Artifact",
    "Assets",
    "Directories",
    "Frame",
    "Frames",
    "Kept",
    "Theme",
    "framed",
    "load_assets",
    "load_theme",
    "render",
    "render_blanks",
]
