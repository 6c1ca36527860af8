"""What every stage runs on: workers, the cache of earlier builds, the themes that come with the program."""
