"""A run over pages: draft after draft, each page written as it grows, so that no end of it loses work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from build_scripts.diagnostics import Diagnostic
from build_scripts.files import write_if_changed
from build_scripts.library import Project, page_path
from build_scripts.sync.page import parse
from build_scripts.translate.codes import TERM_LOST, UNANSWERED, UNWRITTEN
from build_scripts.translate.context import Context, Neighbour
from build_scripts.translate.drafting import Drafter
from build_scripts.translate.failures import Failure, Hopeless, OutOfBudget, Refused, Rejected, Temporary
from build_scripts.translate.pages import Drafted, Task, contexts, with_drafts

FAILED_IN_A_ROW = 3
"""After so many texts for which the server failed, one after another, it is not the texts: the run stops."""

FRUITLESS_REFUSED, FRUITLESS = 5, 20
"""A run whose first texts were all refused, or came to nothing, stops: the provider or a setting is wrong.

Later it goes on, and so it gets past any number of texts that a provider cannot manage.
"""

# A page is written this often while it grows: losing a percent of it to a power cut is little, and writing
# it after each text would cost the square of its length.
_WRITES_A_PAGE = 100


@dataclass(slots=True)
class Outcome:
    """What a run came to, filled while it goes, so that it is true however the run ends.

    ``drafted`` counts the texts written, by page; ``stopped`` says why the run ended early. ``failed``: that
    was no limit that somebody set; ``usage``: it was a wrong setting.
    """

    drafted: dict[str, int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stopped: str = ""
    failed: bool = False
    usage: bool = False


class Run:
    """Drafts pages one after another.

    Args:
        project: where the pages are.
        drafter: makes the drafts.
        refresh: redo drafts that nobody has touched.
        found: is told each diagnostic as soon as it is there.
        done: is told how many characters of Chinese a finished task had, drafted or not.
    """

    def __init__(
        self,
        project: Project,
        drafter: Drafter,
        *,
        refresh: bool = False,
        found: Callable[[Diagnostic], None] = lambda diagnostic: None,
        done: Callable[[int], None] = lambda characters: None,
    ) -> None:
        self._project = project
        self._drafter = drafter
        self._refresh = refresh
        self._found = found
        self._done = done
        self._failed = 0
        self._refused = 0
        self._fruitless = 0
        self._fruitful = False
        self.outcome = Outcome()

    def pages(self, plan: Mapping[str, tuple[Task, ...]]) -> None:
        """Draft the tasks of each page, by its identifier.

        Raises:
            KeyboardInterrupt: somebody stopped it. What was finished is written all the same.
            OSError: a page cannot be written.
        """
        for name, chosen in plan.items():
            if chosen:
                self._page(name, chosen)
            if self.outcome.stopped:
                return

    def _page(self, name: str, chosen: tuple[Task, ...]) -> None:
        # Only for the neighbours: a page that changes under our hands is read again before it is written.
        page = parse(self._project.page(name).read_bytes().decode("utf-8", "replace"))
        held: list[Drafted] = []
        often = max(1, len(chosen) // _WRITES_A_PAGE)
        english: dict[str, str] = {}
        try:
            for task, context in zip(chosen, contexts(page, chosen), strict=True):
                draft = self._task(name, task, _with_new(context, english))
                if draft is not None:
                    held.append(draft)
                    english[task.chinese] = draft.english
                if self.outcome.stopped:
                    return
                self._done(len(task.chinese))
                if len(held) >= often:
                    self._write(name, held)
                    held = []
        finally:
            # However it ends, by Ctrl-C too: what is finished goes to the page.
            self._write(name, held)

    def _task(self, name: str, task: Task, context: Context) -> Drafted | None:
        try:
            draft = self._drafter.draft(task.chinese, context)
        except Rejected as rejected:
            self._report(name, task, rejected.code, str(rejected))
            self._count(rejected)
            return None
        except OutOfBudget as limit:
            self.outcome.stopped = str(limit)
            return None
        except Hopeless as hopeless:
            self._stop(str(hopeless), hopeless)
            return None
        except (Refused, Temporary) as failure:
            self._report(name, task, UNANSWERED.code, str(failure))
            self._count(failure)
            return None
        self._failed, self._fruitful = 0, True
        for term in draft.lost:
            message = f"the draft does not have “{term.en}” for {term.zh}, as the glossary wants"
            self._report(name, task, TERM_LOST.code, message)
        return Drafted(task, draft.english)

    def _count(self, failure: Refused | Rejected | Temporary) -> None:
        """Stop where going on makes no sense."""
        temporary = isinstance(failure, Temporary)
        self._failed = self._failed + 1 if temporary else 0
        self._refused += isinstance(failure, Refused)
        self._fruitless += 1
        fruitless = self._refused >= FRUITLESS_REFUSED or self._fruitless >= FRUITLESS
        if isinstance(failure, Temporary) and (failure.busy or failure.unreachable):
            wait = f"; it asks to wait {failure.after:.0f} s" if failure.after else ""
            self._stop(f"{failure}{wait}", failure)
        elif self._failed >= FAILED_IN_A_ROW:
            self._stop(f"{self._failed} texts in a row got no answer; the last time: {failure}", failure)
        elif fruitless and not self._fruitful:
            self._stop(f"no text of {self._fruitless} was translated; the last time: {failure}", failure)

    def _stop(self, reason: str, failure: Failure) -> None:
        self.outcome.stopped = reason
        self.outcome.failed = True
        self.outcome.usage = isinstance(failure, Hopeless) and failure.usage

    def _write(self, name: str, drafts: list[Drafted]) -> None:
        if not drafts:
            return
        # Read again: somebody may have saved the page while the provider was at work.
        path = self._project.page(name)
        refused: Mapping[str, str]
        try:
            text, refused = with_drafts(path.read_bytes().decode("utf-8"), drafts, refresh=self._refresh)
        except UnicodeDecodeError:
            refused = {draft.task.key: "the page is no longer UTF-8" for draft in drafts}
        else:
            write_if_changed(path, text)
        for draft in drafts:
            if reason := refused.get(draft.task.key):
                self._report(name, draft.task, UNWRITTEN.code, reason)
        self.outcome.drafted[name] = self.outcome.drafted.get(name, 0) + len(drafts) - len(refused)

    def _report(self, name: str, task: Task, code: str, message: str) -> None:
        diagnostic = Diagnostic(page_path(name), task.line, code, message)
        self.outcome.diagnostics.append(diagnostic)
        self._found(diagnostic)


def _with_new(context: Context, english: Mapping[str, str]) -> Context:
    """The context with the drafts of this run, which the page may not hold yet."""

    def known(one: Neighbour) -> Neighbour:
        return Neighbour(one.chinese, english.get(one.chinese) or one.english)

    return Context(
        context.terms, tuple(map(known, context.before)), tuple(map(known, context.after)), context.role
    )
