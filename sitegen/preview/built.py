"""What is asked of a build, and what came of it, as they travel between the preview and the build's process."""

from datetime import datetime

import msgspec

from sitegen.foundation.diagnostics import Diagnostic, has_errors


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a pipeline's `Job` that a preview sets; folders as text."""

    site: str
    output: str
    cache: str
    now: datetime
    clock: int
    jobs: int


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a build. `prefix` is the path of the site's public address, if its configuration says one.

    `failure` is a line for people, of a build that the machine or a bug ended; of a bug, `trace` says where.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    published: bool = False
    sources: int = 0
    outputs: int = 0
    rendered: int = 0
    written: int = 0
    removed: int = 0
    prefix: str | None = None
    failure: str | None = None
    trace: str | None = None

    @property
    def broken(self) -> bool:
        """Whether this build gave no site."""
        return not self.published or self.failure is not None or has_errors(self.diagnostics)

    @property
    def touched(self) -> bool:
        """Whether readers get other bytes than before."""
        return bool(self.written or self.removed)
