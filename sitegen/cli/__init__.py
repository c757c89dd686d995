"""The command line, one file a command. Here alone the clock is read."""

import click

from sitegen import __version__
from sitegen.cli.build import build
from sitegen.cli.check import check
from sitegen.cli.explain import explain
from sitegen.cli.new import new
from sitegen.cli.rename import rename
from sitegen.cli.schema import schema
from sitegen.cli.serve import serve
from sitegen.cli.translate import translate
from sitegen.cli.translations import translations
from sitegen.foundation import cycles


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Builds a multilingual portal from Markdown files."""
    cycles.leave()


main.add_command(build)
main.add_command(check)
main.add_command(explain)
main.add_command(new)
main.add_command(rename)
main.add_command(schema)
main.add_command(serve)
main.add_command(translate)
main.add_command(translations)
