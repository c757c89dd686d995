"""Words as YAML: plain where they mean themselves, else in quotes."""

from sitegen.content.nodes import Scalar, Sequence
from sitegen.content.yaml_nodes import Refused, read_yaml


def scalar(words: str, in_list: bool = False) -> str:
    """`words` as one value on one line; `in_list` between brackets, where a comma parts."""
    if _means(f"[{words}]" if in_list else words, words, in_list):
        return words
    if "\n" in words or any(ord(each) < 32 for each in words):
        return '"' + "".join(_escaped(each) for each in words) + '"'
    return "'" + words.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, character)


def _means(written: str, words: str, in_list: bool) -> bool:
    """Whether plain words are read as themselves."""
    try:
        fields, wrong = read_yaml(f"a: {written}", "", 1)
    except Refused:
        return False
    found = fields.get("a")
    if in_list:
        found = found.items[0] if isinstance(found, Sequence) and len(found.items) == 1 else None
    return not wrong and isinstance(found, Scalar) and not found.empty and found.value == words
