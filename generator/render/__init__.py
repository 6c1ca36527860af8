"""RENDER: views → files, through themes."""

from generator.render.artifact import Artifact, Kept
from generator.render.assets import Assets, load_assets
from generator.render.renderer import Frame, Frames, render
from generator.render.theme import Theme, load_theme

__all__ = ["Artifact", "Assets", "Frame", "Frames", "Kept", "Theme", "load_assets", "load_theme", "render"]
