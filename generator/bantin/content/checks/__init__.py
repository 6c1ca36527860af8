"""VALIDATE: whether what an article says can be true, is meant so, and may be published."""
