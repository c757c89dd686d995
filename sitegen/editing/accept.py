"""A translation marked as checked against its original as that is now: its field `source`, and nothing else."""

from sitegen.content.parse import parse
from sitegen.editing.documents import named, texts_of
from sitegen.editing.fields import fields_of, set_field
from sitegen.editing.plan import Plan
from sitegen.editing.refusal import Refusal
from sitegen.editing.written import Written
from sitegen.model.document import Document, Source
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.model.wording import source_of
from sitegen.pipeline.load import Held


def plan_acceptance(held: Held, path: str, languages: tuple[str, ...]) -> Plan:
    """What is written to mark the translation at `path` as checked. Raises `Refusal`."""
    source = next((each for each in held.content.sources if each.path == path), None)
    name = named(path)
    if source is None or name is None:
        raise Refusal(N_("{path} is not a text of the site."), path=path)
    document = read(source, languages)
    if not document.translates:
        raise Refusal(N_("{path} is not a translation: it does not say translates."), path=path)
    original = the_original(held, name.ref, languages)
    if original.lang != document.translates:
        raise Refusal(
            N_("{path} translates “{lang}”, but the original is {original}."),
            path=path,
            lang=document.translates,
            original=original.path,
        )
    written = Written(source.data)
    change = set_field(written, fields_of(source.data, path), "source", source_of(original.parts), after="translates")
    return Plan({path: written.changed((change,))})


def the_original(held: Held, ref: Ref, languages: tuple[str, ...]) -> Document:
    """The text of a document that the others translate. Raises `Refusal`."""
    texts = [read(source, languages) for source in texts_of(held.content, ref)]
    found = [text for text in texts if text.facts and not text.translates]
    if len(found) != 1:
        raise Refusal(N_("{ref} has no original that can be translated; sitegen check says why."), ref=ref)
    if not found[0].lang:
        raise Refusal(
            N_("{path} is a file for all languages: add the words there, a line for each language."), path=found[0].path
        )
    return found[0]


def read(source: Source, languages: tuple[str, ...]) -> Document:
    """What a file says. Raises `Refusal` where that cannot be told."""
    found = parse(source, languages)
    if found.value is None:
        raise Refusal(N_("{path} has mistakes; they must be mended first."), found.diagnostics, path=source.path)
    return found.value.document
