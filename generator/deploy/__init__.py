"""DEPLOY: a built site → the place where the public reads it, which is never without a whole one."""

from generator.deploy.changes import Changes
from generator.deploy.deployment import Surroundings, choose, deploy, preview, roll_back
from generator.deploy.hubs import ping
from generator.deploy.parcel import Parcel, pack

__all__ = ["Changes", "Parcel", "Surroundings", "choose", "deploy", "pack", "ping", "preview", "roll_back"]
