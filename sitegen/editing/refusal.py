"""Why an aid does not do what it was asked to, in a sentence that can be said in any language."""

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.render.locale.messages import Catalogue


class Refusal(Exception):
    """Nothing was written. `message` is a message id with `{name}` places; `diagnostics` say more, if there are any."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = (), /, **values: object) -> None:
        super().__init__(message.format_map(values))
        self.message = message
        self.diagnostics = diagnostics
        self.values = values

    def told(self, words: Catalogue) -> str:
        return words.gettext(self.message).format_map(self.values)
