"""What the machine refuses while a command works: one line and exit code 1. A bug is an exception."""

from collections.abc import Callable
from typing import NoReturn, TypeVar

from sitegen.cli.console import fail
from sitegen.content.read import Changed
from sitegen.engine.rendering import RenderFailed
from sitegen.engine.target import PublishError
from sitegen.foundation.pool import WorkerDied
from sitegen.render.locale.messages import Catalogue
from sitegen.render.templates import TemplateFailed

Made = TypeVar("Made")
REFUSALS = (Changed, MemoryError, OSError, PublishError, TemplateFailed, WorkerDied)


def attempt(work: Callable[[], Made], words: Catalogue) -> Made:
    """What `work` gives, unless the command ends here."""
    try:
        return work()
    except REFUSALS as error:
        _refused(error, words)
    except RenderFailed as error:
        if not isinstance(error.cause, REFUSALS):
            raise
        _refused(error.cause, words)
    except KeyboardInterrupt:
        fail(words.gettext("interrupted; the published site is as it was"))


def _refused(error: Exception, words: Catalogue) -> NoReturn:
    fail(words.gettext("there is not enough memory") if isinstance(error, MemoryError) else str(error))
