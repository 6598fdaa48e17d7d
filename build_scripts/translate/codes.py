"""What can be wrong with the answer of a machine: T060 to T069. ``duizhao translate`` prints them."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

EMPTY = Code(
    "T060",
    "empty-draft",
    Severity.ERROR,
    """The provider answered, but with nothing. Nothing was written; the unit is still `todo`.

    Example: an answer of spaces only.

    What to do: run the command again, try another provider, or translate by hand.""",
)
UNTRANSLATED = Code(
    "T061",
    "untranslated-draft",
    Severity.ERROR,
    """The provider gave back the Chinese, or a text that is largely Chinese. Nothing was written.

    Example: 云溪县修了路。 came back as it was sent, or with one clause translated. A name in Chinese
    characters beside its English is no fault.

    What to do: try another provider, or translate by hand.""",
)
MARKUP = Code(
    "T062",
    "markup-in-draft",
    Severity.ERROR,
    """The provider sent HTML or Markdown where the Chinese has none. Nothing was written.

    Example: an error page of a proxy, `<p>Roads were built.</p>`, `**Roads**`, a table.

    What to do: run the command again; if it comes again, try another provider.""",
)
MISCOUNTED = Code(
    "T063",
    "miscounted-draft",
    Severity.ERROR,
    """The English has more or fewer lines than the Chinese. Nothing was written.

    Example: a heading came back with an explanation below it, or a caption of two lines as one.

    What to do: run the command again; if it comes again, translate this unit by hand.""",
)
TRUNCATED = Code(
    "T064",
    "truncated-draft",
    Severity.ERROR,
    """The English is cut off: far too short, or it ends within a sentence. Nothing was written.

    Example: the Chinese ends with 。 and the English with “and the”. English has between two and seven
    letters and digits for one Chinese character (measured on the sample reports); less than one and a
    quarter cannot be all of it.

    What to do: run the command again; with a language model, allow longer answers.""",
)
OVERLONG = Code(
    "T065",
    "overlong-draft",
    Severity.ERROR,
    """The English is far longer than the Chinese can be. Nothing was written.

    Example: a heading of six characters came back as a paragraph; a sentence is repeated over and over.

    What to do: run the command again, or try another provider or model.""",
)
TERM_LOST = Code(
    "T066",
    "approved-term-not-in-draft",
    Severity.WARNING,
    """A term of the glossary stands in the Chinese, but its approved English not in the draft.

    The draft was written. Example: the glossary has 一肩挑 as “holding both posts”; the provider wrote
    “one shoulder pick”.

    What to do: mend the sentence on the page.""",
)
MESSAGE = Code(
    "T067",
    "message-as-draft",
    Severity.ERROR,
    """The provider answered with words of its own in place of a translation. Nothing was written.

    Example: `QUERY LENGTH LIMIT EXCEEDED`, “I am sorry, but I cannot translate this.”

    What to do: what the message says; or try another provider.""",
)
UNANSWERED = Code(
    "T068",
    "unanswered-text",
    Severity.ERROR,
    """The provider did not translate this text: it refused it, or failed several times. The rest went on.

    Example: 500 Internal Server Error in five attempts; an answer that is no JSON. After three failures
    one after another the run stops.

    What to do: run the command again later; what is finished is kept and not sent again.""",
)
UNWRITTEN = Code(
    "T069",
    "unwritten-draft",
    Severity.ERROR,
    """There is a draft, but the page did not take it.

    Example: somebody wrote the English, or changed the Chinese, while the machine was at work; a person's
    words go first.

    What to do: nothing, if the page says what it should; else run the command again.""",
)

CODES: tuple[Code, ...] = (
    EMPTY,
    UNTRANSLATED,
    MARKUP,
    MISCOUNTED,
    TRUNCATED,
    OVERLONG,
    TERM_LOST,
    MESSAGE,
    UNANSWERED,
    UNWRITTEN,
)
