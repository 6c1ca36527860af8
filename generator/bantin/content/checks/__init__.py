"""VALIDATE: checks that what an article states can be true, is probably intended, and may be published."""
