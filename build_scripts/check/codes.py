"""The faults that checks of the English find; those of figures are in :mod:`build_scripts.check.figures`."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

UNUSED_TERM = Code(
    "T030",
    "approved-term-not-used",
    Severity.WARNING,
    """The Chinese holds a term of the glossary; nothing of its approved English stands in the translation.

    Example: the glossary renders 一肩挑 as “holding both posts”, and the English says “carrying the load on
    one shoulder”.

    Inflection, capitals, hyphens, American spelling and the order of the words do not count: “held both
    posts” is the same, and “Party building at the grassroots” is “grassroots Party building”. A rendering
    under `admitted:` is as good as the approved one. A term inside a longer term of the glossary is not
    asked for. Where part of the rendering stands in the English, and in headings and titles, which say less
    than the Chinese, it is the note T032; a rendering in quotation marks is a name and must stand as it is.

    What to do: use the rendering of the glossary. If another one is right as well, add it there under
    `admitted:`; if it is right only here, write `<!-- ok T030 why -->` into the unit.""",
)
AVOIDED_TERM = Code(
    "T031",
    "avoided-term-used",
    Severity.WARNING,
    """The English renders a term in a way that the glossary marks as `avoid:`.

    Example: the glossary renders 党建 as “Party building” and wants “Party construction” avoided.

    What is to be avoided for a term is also wrong inside a longer one that is made of it: “village cadre”
    for 村干部, where “cadre” is avoided for 干部. Where the Chinese lacks the term, the words are free.

    What to do: use the approved rendering, which the message names.""",
)
OTHER_RENDERING = Code(
    "T032",
    "term-rendered-otherwise",
    Severity.INFO,
    """The English states the sense of a term in other words than the glossary, or a heading leaves it out.

    Example: 合作社 is “farmers’ cooperative” in the glossary and “the cooperative” in the English;
    复工复产 is “resumption of work and production”, and the English says that firms “resumed work”.

    It is a note and never fails a build: once a thing has been named, English goes on with a short form.

    What to do: nothing, as a rule; look whether the report names the thing in full where it comes first.""",
)
UNTRANSLATED = Code(
    "T035",
    "untranslated-characters",
    Severity.WARNING,
    """Chinese characters stand in the English.

    Example: “The village branch carried out the 三会一课 system.”

    Allowed is the original beside its rendering: in parentheses behind English words, at most 20 characters
    and no sentence – “holding both posts (一肩挑)” – and in quotation marks before a rendering in
    parentheses – “the character “福” (good fortune)”.

    What to do: translate them, or put them in parentheses behind the translation.""",
)
UNBALANCED = Code(
    "T036",
    "unbalanced-marks",
    Severity.WARNING,
    """A quotation mark, a bracket or 《》 in the English is opened and not closed, or closed and not opened.

    Example: “the “three meetings and one lecture system”.

    Not reported are “1)” and “b)” as numbers of a list, apostrophes, a quotation that goes on in the next
    paragraph of the same unit, and marks that the Chinese of the unit leaves open in the same way, since a
    speech may go over several paragraphs.

    What to do: add the other mark, or take this one away.""",
)
FULL_WIDTH = Code(
    "T037",
    "full-width-punctuation",
    Severity.WARNING,
    """Punctuation, letters or figures of Chinese typesetting stand in the English.

    Example: “Roads were built，and wells were dug。” – also 《》, 、, （）, the double dash —— and the double
    ellipsis ……. What stands in parentheses with Chinese characters behind a rendering is left alone.

    What to do: write the English mark (, . ; : ? ! — …); a title is set in quotation marks or *italics*.""",
)
SAME_ENGLISH = Code(
    "T038",
    "same-english",
    Severity.WARNING,
    """Two paragraphs whose Chinese says different things have the same English.

    Example: a translation was pasted below the wrong paragraph, or a provider repeated its last answer.

    Paragraphs are compared on all pages. Texts of fewer than 8 words may well be the same in English
    (“Political leadership first”); they are reported only when their Chinese has hardly a character in
    common and both stand on one page. Chinese that differs by a few characters and in no figure is the same.

    What to do: translate this paragraph anew.""",
)
TOO_SHORT = Code(
    "T039",
    "english-too-short",
    Severity.WARNING,
    """The English is much shorter than the Chinese lets expect: something is probably missing.

    Example: four sentences of Chinese and one of English, as when a provider cuts a long text.

    Words of English are counted for each character of Chinese (a figure or Latin word counts as one). In the
    sample reports paragraphs have from 0.66 to 1.41, with a median of 0.87; below 0.4 is reported, of short
    texts less still. Headings, titles and captions have lower limits.

    What to do: compare sentence by sentence and translate what is missing.""",
)
TOO_LONG = Code(
    "T040",
    "english-too-long",
    Severity.WARNING,
    """The English is much longer than the Chinese lets expect: something is probably there twice, or added.

    Example: the English of the next paragraph was pasted here as well; a provider added a remark of its own.

    Words of English are counted for each character of Chinese (a figure or Latin word counts as one). In the
    sample reports the most is 1.41, in one short list item; above 1.6 and eight words more is reported.

    What to do: take out what the Chinese does not say. An explanation for readers belongs into the glossary,
    or in brackets.""",
)
HEADING_CASE = Code(
    "T041",
    "heading-case-mixed",
    Severity.WARNING,
    """A heading is capitalised in another way than the report’s other ones, or begins with a small letter.

    Example: “Healthcare reform goes deeper” and “Meeting Speed with Speed” in one report.

    Sentence case (only the first word and names) and title case are both fine, as long as a report keeps to
    one of them; where both are as frequent, sentence case counts. Names are no evidence: a capital counts
    only on a word that is written small elsewhere in the report or in the glossary.

    What to do: write the heading as the others are written.""",
)
REPEATED_WORD = Code(
    "T042",
    "repeated-word",
    Severity.WARNING,
    """A word stands twice in a row.

    Example: “the the village”, “as in in 2020”. Words that English doubles (“very very”, “had had”) and
    names (“Fan Fan”) are left alone.

    What to do: delete one.""",
)
MISPLACED_SPACE = Code(
    "T043",
    "misplaced-space",
    Severity.WARNING,
    """A space stands before a punctuation mark or behind an opening one, or is missing behind a mark.

    Example: “roads , wells and ( new ) bridges”; “Roads were built.Wells were dug.”

    What to do: put the space where it belongs.""",
)
DOUBLE_SPACE = Code(
    "T044",
    "double-space",
    Severity.INFO,
    """Two spaces or more stand between two words.

    Example: “the  village”. Two spaces behind a full stop are a habit of typing and are not reported, nor are
    those at the end of a line, which break it. Readers do not see it.

    What to do: delete one when you are there.""",
)
LEFTOVER = Code(
    "T045",
    "machine-leftover",
    Severity.WARNING,
    """What a program uses inside stands in the English and would be shown to readers.

    Example: an entity that was escaped twice (`&amp;quot;`), an HTML tag (`<br>`), a placeholder for a term
    or a value (`{0}`, `%s`, `__TERM_1__`), the replacement character � of a broken encoding.

    What to do: put the word or the mark there that is meant.""",
)
UNENDED = Code(
    "T046",
    "unended-sentence",
    Severity.WARNING,
    """The Chinese ends as a sentence does, the English in the middle of one.

    Example: “Roads were built in every village, and” – cut off by a provider or in copying.

    What to do: translate the rest, or add the full stop.""",
)
UNUSED_EXCEPTION = Code(
    "T047",
    "unused-exception",
    Severity.WARNING,
    """An exception is written beside a unit, and there is nothing that it excepts.

    Example: `<!-- ok T035 the sign is quoted -->` in a unit whose English holds no Chinese characters any
    more, or with a code that no check of the English has. One comment excepts all findings of its code in its
    unit. In a unit without English, or with stale English, nothing is checked and no exception is unused.

    What to do: delete the line.""",
)
OPEN_WORK = Code(
    "T048",
    "unfinished-report",
    Severity.INFO,
    """Not all of a report is translated: how many of its texts have no English, are stale or are orphans.

    Example: `docs/reports/yunxi.md:0: T048 of 24 texts 3 have no English and 1 is stale; 2 orphans`. The
    single places are T001, T002 and T003.

    What to do: translate, mend, clear away.""",
)

CODES: tuple[Code, ...] = (
    UNUSED_TERM,
    AVOIDED_TERM,
    OTHER_RENDERING,
    UNTRANSLATED,
    UNBALANCED,
    FULL_WIDTH,
    SAME_ENGLISH,
    TOO_SHORT,
    TOO_LONG,
    HEADING_CASE,
    REPEATED_WORD,
    MISPLACED_SPACE,
    DOUBLE_SPACE,
    LEFTOVER,
    UNENDED,
    UNUSED_EXCEPTION,
    OPEN_WORK,
)
