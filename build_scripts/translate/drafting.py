"""One Chinese text into a draft that can stand on a page, or a reason why not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.annotate.segment import has_han
from build_scripts.translate.context import Context
from build_scripts.translate.failures import OutOfBudget, Refused, Rejected
from build_scripts.translate.provider import Provider
from build_scripts.translate.retrying import Patience
from build_scripts.translate.sentences import split_text
from build_scripts.translate.terms import missing, protect, put_right, terms_in
from build_scripts.translate.verdicts import judge

# Below so many characters no server refuses a text for its length.
_HALVED = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """English for a Chinese text; ``lost`` are its terms whose approved English is not in it."""

    english: str
    lost: tuple[Term, ...]


class Drafter:
    """Makes drafts with one provider and counts what it sends.

    The same Chinese is sent once: a caption or a signature that comes again gets the same English.

    Args:
        provider: who translates.
        lexicon: the glossary.
        patience: tries again where that may help.
        budget: the most characters of Chinese to send, tries of the same text not counted twice.
    """

    def __init__(
        self,
        provider: Provider,
        lexicon: Lexicon,
        patience: Patience,
        *,
        budget: int | None = None,
    ) -> None:
        self._provider = provider
        self._lexicon = lexicon
        self._patience = patience
        self._budget = budget
        self._known: dict[str, Draft] = {}
        self._limit = provider.limit
        self.characters = 0
        """How many characters of Chinese have been sent."""

    def draft(self, chinese: str, context: Context) -> Draft:
        """The draft of a text of one or more lines.

        Raises:
            Rejected: the answer is no translation.
            OutOfBudget: the text would go beyond the budget; nothing of it was sent, if it could be known.
            Failure: there is no answer.
        """
        if chinese in self._known:
            return self._known[chinese]
        self._afford(chinese)
        terms = terms_in(chinese, self._lexicon)
        context = replace(context, terms=terms)
        if self._provider.whole and self._provider.measure(chinese) <= self._limit:
            english = self._asked(chinese, context)
        else:
            english = "\n".join(self._line(line, context) for line in chinese.split("\n"))
        english = put_right(english, terms)
        judge(chinese, english)
        made = Draft(english, missing(english, terms))
        self._known[chinese] = made
        return made

    def _line(self, line: str, context: Context) -> str:
        """A line; for a provider that takes text only first with its terms protected, else as it is."""
        protected = None if self._provider.whole else protect(line, self._lexicon)
        if protected:
            try:
                restored = protected.restored(self._asked(protected.text, context))
                if restored is not None:
                    judge(line, restored)
                    return restored
            except (Rejected, Refused):
                # The signs may be at fault: what is wrong with the text itself shows without them.
                pass
        return self._asked(line, context)

    def _asked(self, text: str, context: Context) -> str:
        """``text`` translated in pieces within the limit, each judged, so that no piece goes missing."""
        pieces = split_text(text, self._limit, self._provider.measure)
        answers = [self._piece(piece, context) for piece in pieces]
        return " ".join(answer for answer in answers if answer)

    def _piece(self, piece: str, context: Context) -> str:
        if not has_han(piece):
            return piece.strip()
        try:
            return self._sent(piece, context)
        except Refused as refused:
            # Servers set limits of their own: a long text that one refuses may pass in two halves.
            half = self._provider.measure(piece) // 2
            if not refused.unfit or len(piece) < _HALVED or "\n" in piece:
                raise
            halves = split_text(piece, half, self._provider.measure)
        english = " ".join([self._piece(part, context) for part in halves])
        self._limit = min(self._limit, half)
        return english

    def _sent(self, piece: str, context: Context) -> str:
        self._afford(piece)
        self.characters += len(piece)
        answer = self._patience.call(lambda: self._provider.translate(piece, context)).strip()
        judge(piece, answer)
        return answer

    def _afford(self, text: str) -> None:
        if self._budget is not None and self.characters + len(text) > self._budget:
            raise OutOfBudget(f"{self.characters:,} of {self._budget:,} characters are sent")
