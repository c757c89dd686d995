"""Files of one document to one entity: the original's facts, with the words of every translation.

Facts are said once. A translation may repeat them, and then they must be equal; what it adds is words.
"""

from collections.abc import Iterable
from typing import Any

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.digest import digest_value
from sitegen.foundation.text import nearest
from sitegen.graph.alignment import Aligned, align, prefixes
from sitegen.graph.site import Entity, Version, places_of
from sitegen.model.body import Body
from sitegen.model.document import Document, Leaf
from sitegen.model.problems import report
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.shape import Field, rebuild
from sitegen.model.words import Prose, Text


def join(
    ref: Ref, files: tuple[Document, ...], *, whole: bool = True
) -> tuple[Entity | None, tuple[Diagnostic, ...]]:
    """The entity that the files of `ref` make together, if there is exactly one original.

    `whole` is false where another file of `ref` could not be read: it may be the original.
    """
    documents = tuple(each for each in files if each.translates or each.facts)
    if not documents:
        return None, tuple(report("no-front-matter", each.opening) for each in files if whole)
    wrong = [*_repeated(files)]
    originals = [document for document in documents if not document.translates]
    if len(originals) != 1 or wrong:
        missing = not originals and not whole
        return None, (*wrong, *(() if missing else _originals(ref, documents, originals)))
    original = originals[0]
    translations = [each for each in documents if each is not original and not _blank(each)]
    aligned = [align(translation, original) for translation in translations]
    for translation, words in zip(translations, aligned, strict=True):
        wrong += _wrong_source(translation, original)
        wrong += _unequal(words, original)
    if original.facts is None or wrong:
        return None, tuple(wrong)
    return _entity(original, _with_words(original.facts, aligned), translations), ()


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
    first, second = originals[:2]
    if not first.lang or not second.lang:
        return [report("translated-neutral", second.opening, first.opening, ref=ref)]
    return [report("two-originals", second.opening, first.opening, ref=ref, lang=first.lang)]


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
    wrong = []
    for leaf in translation.leaves:
        parent, _, name = leaf.path.rpartition("/")
        if parent and parent not in records:
            wrong.append(_homeless(leaf, facts, original))
        elif leaf.sort in ("fact", "list") and name != "key":
            wrong += _compared(leaf, facts.get(leaf.path), original)
    return wrong


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


def _homeless(leaf: Leaf, facts: dict[str, Leaf], original: Document) -> Diagnostic:
    """The complaint about words of an item, or of a record, that the original does not have."""
    for prefix in prefixes(leaf.path):
        listed = facts.get(prefix)
        if listed and listed.sort == "list":
            key = leaf.path.removeprefix(prefix + "/").split("/")[0]
            known = listed.value.split()
            if key not in known:
                return report("unknown-key", leaf.span, listed.span, key=key, near=nearest(key, known) or "")
    said = {"name": leaf.path.replace("/", "."), "original": original.path}
    return report("extra-fact", leaf.span, original.opening, **said)


def _entity(original: Document, facts: Facts, translations: Iterable[Document]) -> Entity:
    documents = sorted((original, *translations), key=lambda document: document.lang)
    heads = tuple((document.lang, document.head_digest) for document in documents)
    return Entity(
        ref=original.ref,
        facts=facts,
        original=original.lang,
        versions=tuple(_version(document) for document in documents),
        digest=digest_value((str(original.ref), heads)),
    )


def _version(document: Document) -> Version:
    return Version(
        lang=document.lang,
        path=document.path,
        translates=document.translates,
        made_from=document.made_from,
        outline=document.outline,
        aliases=document.aliases,
        opening=document.opening,
        places=places_of(document),
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
