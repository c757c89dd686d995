"""sitegen schema: JSON Schemas of all that editors write, for their tools."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from sitegen.cli.console import fail, say
from sitegen.cli.desk import lang_option
from sitegen.cli.language import words_of
from sitegen.editing.schema import schemas
from sitegen.editing.snippets import snippets
from sitegen.foundation.files import replace_file
from sitegen.render.locale.messages import Catalogue

VSCODE = ".vscode"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--vscode", is_flag=True, help="Write what the setup in .vscode/ uses: the schemas, and snippets.")
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="The folder with site.yaml."
)
@lang_option
def schema(folder: Path | None, vscode: bool, site: Path, lang: str | None) -> None:
    """Writes a JSON Schema for each kind, and one for site.yaml, into FOLDER; without it, all of them as one text."""
    words = words_of(site, lang)
    if not folder and not vscode:
        click.echo(_text(schemas(words)), nl=False)
        return
    wanted = {**(in_folder(folder, words) if folder else {}), **(for_vscode(site, words) if vscode else {})}
    try:
        for path, text in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text.encode())
            say(path.as_posix())
    except OSError as error:
        fail(str(error))


def in_folder(folder: Path, words: Catalogue) -> Mapping[Path, str]:
    """The schemas as files."""
    return {folder / f"{name}.json": _text(each) for name, each in schemas(words).items()}


def for_vscode(site: Path, words: Catalogue) -> Mapping[Path, str]:
    """What VS Code uses."""
    return {
        **in_folder(site / VSCODE / "schemas", words),
        site / VSCODE / "sitegen.code-snippets": _text(snippets(words)),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
