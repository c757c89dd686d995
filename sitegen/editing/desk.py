"""A site that is being edited: what its folder holds, and whether that, or a plan for it, is good."""

from collections import Counter
from dataclasses import dataclass

from sitegen.content.configuration import parse_configuration
from sitegen.editing.plan import Plan, carry_out
from sitegen.editing.refusal import Refusal
from sitegen.engine.store import Store
from sitegen.foundation.diagnostics import Diagnostic, has_errors
from sitegen.graph.addresses import SECTIONS
from sitegen.graph.site import Site
from sitegen.model.problems import N_
from sitegen.pipeline.build import STORE, Job
from sitegen.pipeline.load import Held, Loaded, held_by, load

MISTAKES = N_("The site has mistakes; they must be mended first.")


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder of a site as it was when work began. `job` says where it is, and at which instant."""

    job: Job
    held: Held

    @classmethod
    def at(cls, job: Job) -> "Desk":
        return cls(job, held_by(job.site))

    def loaded(self, held: Held | None = None) -> Loaded:
        """The site that the folder holds, or that it would hold."""
        with Store(self.job.cache / STORE) as store:
            return load(self.job.site, self.job.now, store, self.job.workers, planned=held or self.held)

    def languages(self) -> tuple[str, ...]:
        """The languages of the site, whose configuration must be free of errors. Raises `Refusal`."""
        found = parse_configuration(self.held.configuration or b"", tuple(sorted(SECTIONS)))
        if found.value is None:
            raise Refusal(MISTAKES, found.diagnostics)
        return found.value.tags

    def site(self) -> Site:
        """The site, which must be free of errors. Raises `Refusal`."""
        found = self.loaded()
        if found.site is None or has_errors(found.diagnostics):
            wrong = tuple(each for each in found.diagnostics if each.level == "error")
            raise Refusal(MISTAKES, wrong)
        return found.site

    def carry_out(self, plan: Plan) -> None:
        """Does what is planned if no mistake comes of it. Raises `Refusal`, and what `plan.carry_out` raises."""
        if wrong := self.faults(plan):
            raise Refusal(N_("Nothing was written, as mistakes would come of it."), wrong)
        carry_out(plan, self.job.site, self.held)

    def faults(self, plan: Plan) -> tuple[Diagnostic, ...]:
        """The errors that would come of a plan, besides those that are there anyway."""
        then = [each for each in self.loaded(plan.result(self.held)).diagnostics if each.level == "error"]
        if not then:
            return ()
        there = Counter(each.code for each in self.loaded().diagnostics if each.level == "error")
        counted = Counter(each.code for each in then)
        return tuple(each for each in then if counted[each.code] > there[each.code])
