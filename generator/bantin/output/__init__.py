"""Output of rendered files: publishing, web-server configuration, and verification of a published site."""
