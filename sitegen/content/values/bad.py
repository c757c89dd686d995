"""What is raised for words that are no value of their sort, and the plainest verb of all."""

import re
from collections.abc import Callable


class Bad(Exception):
    """The words are no value of this sort."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def matching(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    """A verb that takes the words as they are when all of them match `pattern`."""

    def verb(text: str) -> str:
        if not pattern.fullmatch(text):
            raise Bad(code, value=text)
        return text

    return verb
