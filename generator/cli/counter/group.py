"""``bantin counter``: the list of its commands."""

import click

from generator.cli.counter.data import backup_command, import_command, verify_command
from generator.cli.counter.logs import logs_command
from generator.cli.counter.serve import serve_command
from generator.cli.counter.snapshot import snapshot_command


@click.group("counter")
def counter_commands() -> None:
    """Count visitors: today, this week, in all, and who is online.

    \b
    In content/site.yml, choose how:
      counter: {mode: live}   a service counts while pages are read
      counter: {mode: logs}   the logs of the web server are counted, at intervals
      counter: {mode: off}    nobody is counted (the default)

    docs/counter.md tells how to set it up, and what each figure means.
    """


for command in (serve_command, snapshot_command, logs_command, import_command, verify_command, backup_command):
    counter_commands.add_command(command)
