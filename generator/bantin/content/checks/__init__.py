"""VALIDATE: whether what an article states can be true, is likely to be intended, and may be published."""
