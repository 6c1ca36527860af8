"""RENDER: views → files, through themes."""

from bantin.render.artifact import Artifact, StagedFile
from bantin.render.assets import Assets, load_assets
from bantin.render.renderer import Directories, Frame, Frames, framed, render, render_skeletons
from bantin.render.theme import Theme

__all__ = [
    "Artifact",
    "Assets",
    "Directories",
    "Frame",
    "Frames",
    "StagedFile",
    "Theme",
    "framed",
    "load_assets",
    "render",
    "render_skeletons",
]
