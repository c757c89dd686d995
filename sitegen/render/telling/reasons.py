"""What libraries say of a mistake, and the few words of our own among a diagnostic's values, in plain language.

libyaml speaks to programmers ("did not find expected key"), so that its sentences are told in other words. One that
is not known here is shown as it came: a reason that is hard to read is better than none.
"""

import re

from sitegen.model.problems import N_
from sitegen.render.locale.messages import Catalogue

VALUES = frozenset(("found", "reason", "bound"))
"""The values that may be words of our own. Others are the editor's, and stay as they are."""

WORDS = frozenset(
    (N_("one value"), N_("a list"), N_("fields"), N_("20000 values"), N_("the text before the first heading"))
)

REASONS: tuple[tuple[str, str], ...] = (
    # libyaml's scanner.c and parser.c, and PyYAML's own
    (r"mapping values are not allowed", N_("a colon stands where no new field can begin")),
    (r"(sequence entries|block sequence entries) are not allowed", N_("a hyphen stands where no list can begin")),
    (r"mapping keys are not allowed", N_("a question mark stands where no field can begin")),
    (r"could not find expected ':'", N_("a field lacks its colon")),
    (r"quoted scalar.*(end of stream|document (indicator|separator))", N_("a quotation mark has no end")),
    (r"unknown escape|escape (code|sequence)|hexdecimal", N_("a \\ in double quotes begins nothing that is known")),
    (r"tab character|'\\t'", N_("a tab stands where spaces are wanted")),
    (r"cannot start any token", N_("this sign cannot begin a value without quotes")),
    (r"scanning an (alias|anchor)", N_("a value that begins with * or & wants quotes")),
    (r"(scanning|parsing) a tag|directive|tag handle", N_("a value or line that begins with ! or % wants quotes")),
    (r"flow sequence|',' or '\]'", N_("a list in square brackets lacks a comma or its end")),
    (r"flow mapping|',' or '\}'", N_("fields in curly brackets lack a comma or their end")),
    (
        r"block (mapping|collection)",
        N_("a line is indented otherwise than those around it, or words follow a closing quotation mark"),
    ),
    (r"block scalar", N_("after | or > the text must begin on the next line, indented")),
    (r"document start|more than one document", N_("a second set of fields begins here")),
    (r"node content|plain scalar", N_("a value is missing, or begins with a sign that wants quotes")),
    (r"there is no (?P<name>\S+)$", N_("there is no {name}")),
    # Rules of recurrence: our own, and dateutil's
    (r"its last day is said by the field until", N_("its last day is said by the field until")),
    (r"FREQ= comes first", N_("FREQ= comes first, then parts joined by ;")),
    (r"each part may be there once", N_("each part may be there once")),
    (r"(?P<part>INTERVAL|COUNT) must be from 1 to 9999", N_("{part} must be from 1 to 9999")),
    (r"invalid '(?P<part>\w+)'", N_("the value of {part} is not one that it can have")),
    (r"unknown parameter '(?P<part>\w+)'", N_("there is no part {part}")),
    # The machine
    (r"^Permission denied$", N_("this user may not read it")),
    (r"^Input/output error$", N_("the disk gave an error")),
    (r"^Too many levels of symbolic links$", N_("links lead round in a circle")),
)


def in_words(name: str, value: str, words: Catalogue) -> str:
    """The value `name` of a diagnostic as it is told."""
    if name not in VALUES:
        return value
    if value in WORDS:
        return words.gettext(value)
    if name == "reason":
        for pattern, message in REASONS:
            said = re.search(pattern, value)
            if said:
                return words.gettext(message).format_map(said.groupdict())
    return value
