"""Infrastructure of all stages: workers, the build cache, the bundled themes."""
