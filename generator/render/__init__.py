"""RENDER: views → files, through themes."""

from generator.render.artifact import Artifact
from generator.render.assets import Assets, load_assets
from generator.render.renderer import render
from generator.render.theme import Theme, bundled_themes, load_theme

__all__ = ["Artifact", "Assets", "Theme", "bundled_themes", "load_assets", "load_theme", "render"]
