"""Files of one document to one entity: the original's facts, with the words of every translation.

Facts are said once. A translation may repeat them, and then they must be equal; what it adds is words.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import nearest
from sitegen.graph.addresses import alias_file
from sitegen.graph.alignment import Aligned, align, prefixes
from sitegen.graph.entity import Entity, Version
from sitegen.model.body import Body
from sitegen.model.document import Document, Leaf
from sitegen.model.problems import report
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.shape import Field, rebuild
from sitegen.model.words import Prose, Text


def join(ref: Ref, files: tuple[Document, ...], *, whole: bool = True) -> tuple[Entity | None, tuple[Diagnostic, ...]]:
    """The entity that the files of `ref` make together, if there is exactly one original.

    `whole` is false where another file of `ref` could not be read: it may be the original.
    """
    documents = tuple(each for each in files if each.translates or each.facts)
    whole = whole and all(each.sound for each in files if each not in documents)
    if not documents:
        return None, tuple(report("no-front-matter", each.opening) for each in files if whole)
    if repeated := _repeated(files):
        return None, tuple(repeated)
    originals = [document for document in documents if not document.translates]
    if len(originals) != 1:
        lost = not originals and not whole
        return None, () if lost else tuple(_originals(ref, documents, originals))
    return _joined(originals[0], [each for each in documents if each.translates and not _blank(each)])


def _joined(original: Document, translations: list[Document]) -> tuple[Entity, tuple[Diagnostic, ...]]:
    """The original with its translations; those that do not fit it are left out."""
    assert original.facts is not None
    wrong: list[Diagnostic] = []
    fitting = []
    for translation in translations:
        words = align(translation, original)
        found = _wrong_source(translation, original) + (_unequal(words, original) if original.sound else [])
        wrong += found
        if not found and original.sound:
            fitting.append((translation, words))
    facts = _with_words(original.facts, [words for _, words in fitting])
    return _entity(original, facts, fitting), tuple(wrong)


def _blank(document: Document) -> bool:
    """Whether a translation says neither title nor body; it then counts as not translated."""
    named = any(leaf.path in ("title", "name") for leaf in document.leaves)
    return not named and not document.outline.words


def _repeated(documents: tuple[Document, ...]) -> list[Diagnostic]:
    """Two files that are one text: a flat file and a bundle of one id and language."""
    seen: dict[str, Document] = {}
    wrong = []
    for document in documents:
        first = seen.setdefault(document.lang, document)
        if first is not document:
            where = (document.opening, first.opening)
            wrong.append(report("two-files", *where, ref=document.ref, lang=document.lang))
    return wrong


def _originals(ref: Ref, documents: tuple[Document, ...], originals: list[Document]) -> list[Diagnostic]:
    if not originals:
        if len(documents) == 1:
            only = documents[0]
            if only.translates == only.lang:
                return [report("translates-itself", only.opening)]
            return [report("no-original", only.opening, lang=only.translates, ref=ref)]
        return [report("no-originals", documents[0].opening, *(each.opening for each in documents[1:]), ref=ref)]
    if len(originals) == 1:
        return []
    first, *others = originals
    if not first.lang:
        return [report("translated-neutral", each.opening, first.opening, ref=ref) for each in others]
    said = {"ref": ref, "lang": first.lang}
    return [report("two-originals", each.opening, first.opening, **said) for each in others]


def _wrong_source(translation: Document, original: Document) -> list[Diagnostic]:
    if translation.translates == translation.lang:
        return [report("translates-itself", translation.opening)]
    if not original.lang:
        return [report("translated-neutral", translation.opening, original.opening, ref=original.ref)]
    if translation.translates != original.lang:
        said = {"lang": translation.translates, "ref": translation.ref}
        return [report("no-original", translation.opening, original.opening, **said)]
    return []


def _unequal(translation: Aligned, original: Document) -> list[Diagnostic]:
    """Facts that a translation repeats wrongly or adds, and words for which the original has no place."""
    facts = {leaf.path: leaf for leaf in original.leaves}
    records = {prefix for path in facts for prefix in prefixes(path)}
    homeless: dict[str, Leaf] = {}
    wrong = []
    for leaf in sorted(translation.leaves, key=lambda leaf: leaf.span):
        name = leaf.path.rpartition("/")[2]
        home = next((prefix for prefix in prefixes(leaf.path) if prefix not in records), None)
        if home is not None:
            homeless.setdefault(home, leaf)
        elif leaf.sort in ("fact", "list") and name != "key":
            wrong += _compared(leaf, facts.get(leaf.path), original)
    return [*wrong, *_strays(homeless, facts, original)]


def _compared(leaf: Leaf, other: Leaf | None, original: Document) -> list[Diagnostic]:
    name = leaf.path.split("/")[-1]
    if other is None:
        said = {"name": leaf.path.replace("/", "."), "original": original.path}
        return [report("extra-fact", leaf.span, original.opening, **said)]
    if leaf.sort == "list":
        here, there = len(leaf.value.split()), len(other.value.split())
        said = {"name": name, "value": str(here), "other": str(there)}
        return [report("unequal-list", leaf.span, other.span, **said)] if here != there else []
    if leaf.value == other.value:
        return []
    return [report("unequal-fact", leaf.span, other.span, name=name, value=leaf.value, other=other.value)]


def _strays(homeless: dict[str, Leaf], facts: dict[str, Leaf], original: Document) -> Iterator[Diagnostic]:
    """The complaints about items, and about records, that the original does not have: one for each.

    `homeless` has the first leaf of each. An item that is only one too many is told by the list's length,
    and a list that the original lacks by itself.
    """
    for path, leaf in homeless.items():
        above, _, key = path.rpartition("/")
        listed = facts.get(above)
        if listed and listed.sort == "list":
            known = listed.value.split()
            if not key.isdigit():
                near = nearest(key, known) or ""
                yield report("unknown-key", leaf.span, listed.span, key=key, near=near)
        elif leaf.path != path:
            said = {"name": path.replace("/", "."), "original": original.path}
            yield report("extra-fact", leaf.span, original.opening, **said)


def _entity(original: Document, facts: Facts, translations: Iterable[tuple[Document, Aligned]]) -> Entity:
    texts = ((original, original.leaves), *((document, words.leaves) for document, words in translations))
    return Entity(
        ref=original.ref,
        facts=facts,
        original=original.lang,
        versions=tuple(sorted(_versions(texts), key=lambda version: version.lang)),
        heads=tuple(sorted(f"{document.lang} {document.head_digest}" for document, _ in texts)),
    )


def _versions(texts: Iterable[tuple[Document, tuple[Leaf, ...]]]) -> Iterator[Version]:
    """The text of each document. An old address that several repeat is that of the first: the original."""
    seen: set[str] = set()
    for document, leaves in texts:
        aliases = {alias_file(alias): (alias, span) for alias, span in reversed(document.aliases)}
        yield _version(document, leaves, tuple(aliases[file] for file in sorted(aliases.keys() - seen)))
        seen |= aliases.keys()


def _version(document: Document, leaves: tuple[Leaf, ...], aliases: tuple[tuple[str, Span], ...]) -> Version:
    return Version(
        lang=document.lang,
        path=document.path,
        translates=document.translates,
        made_from=document.made_from,
        outline=document.outline,
        aliases=aliases,
        opening=document.opening,
        places={leaf.path: leaf.span for leaf in leaves},
        claims=document.claims,
        parts=document.parts,
        made_at=document.made_at,
    )


def _with_words(facts: Facts, translations: list[Aligned]) -> Facts:
    """The facts, each of whose texts is said in the languages of the translations as well."""
    if not translations:
        return facts
    texts: dict[str, list[tuple[str, str]]] = {}
    prose: dict[str, list[tuple[str, Body]]] = {}
    for words in translations:
        for leaf in words.leaves:
            if leaf.sort == "text":
                texts.setdefault(leaf.path, []).append((words.lang, leaf.value))
        for path, body in words.prose:
            prose.setdefault(path, []).append((words.lang, body))

    def change(path: str, field: Field, value: Any) -> Any:
        if field.sort == "text" and path in texts:
            return (value or Text(())).also(texts[path])
        if field.sort == "prose" and path in prose:
            return (value or Prose(())).also(prose[path])
        if field.sort == "party" and value is not None and value.text and path in texts:
            return type(value)(text=value.text.also(texts[path]))
        return value

    return rebuild(facts, change)
