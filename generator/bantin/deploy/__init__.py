"""DEPLOY: publishes a built site to a deploy target, where a complete site is public at every moment."""

from bantin.deploy.changes import Changes
from bantin.deploy.deployment import DeployContext, choose, deploy, preview, preview_place, remove_preview, roll_back
from bantin.deploy.embargo import refuse_embargoed
from bantin.deploy.release import Release, pack
from bantin.deploy.websub import ping

__all__ = [
    "Changes",
    "DeployContext",
    "Release",
    "choose",
    "deploy",
    "pack",
    "ping",
    "preview",
    "preview_place",
    "refuse_embargoed",
    "remove_preview",
    "roll_back",
]
