"""The faults that a figure of a translation can have."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

_WRITE = """

        What to do: mend the English. Where it is right as it is, say so beside the unit:
        `<!-- ok {code} the reason in words -->`."""


def _code(code: str, name: str, severity: Severity, explanation: str) -> Code:
    return Code(code, name, severity, explanation + _WRITE.format(code=code))


CODES: tuple[Code, ...] = (
    _code(
        "T020",
        "figure-missing",
        Severity.WARNING,
        """A figure of the Chinese is not in the English.

        Values are compared, not digits: 3.2亿 is found in 320 million, 三成 in 30% and in three in ten,
        半年 in six months, 十四五 in 14th and in 2021–2025. Numbers in idioms and slogans (千方百计,
        “三会一课”), 一个, 两者 and the like may be left out.

        Example: 修路3.2公里 and “a road was built”.""",
    ),
    _code(
        "T021",
        "figure-differs",
        Severity.WARNING,
        """A figure of the English has another value than that of the Chinese.

        Example: 3.2亿元 and “3.2 billion yuan”: 亿 is a hundred million, 万 ten thousand.""",
    ),
    _code(
        "T022",
        "unit-differs",
        Severity.WARNING,
        """A figure of the English has the value of the Chinese but another unit.

        Example: 15亩 and “15 hectares” (15 mu are one hectare); 2个百分点 and “2%”; 3190户 and
        “3,190 people”.""",
    ),
    _code(
        "T023",
        "direction-differs",
        Severity.WARNING,
        """The English says that something went the other way, or to a figure where the Chinese says by it.

        Example: 下降16% and “up 16%”; 增长到50户 (grew to) and “grew by 50 households”; 300余人, more than
        300, and “nearly 300 people”.""",
    ),
    _code(
        "T024",
        "figure-without-source",
        Severity.INFO,
        """The English has a figure that the Chinese has not.

        It may be right: a date worked out from 去年, an explanation. Not reported are conversions of a figure
        of the Chinese (1,000 hectares beside 15,000 mu), the years of a Five-Year Plan, one and two in words.

        Example: 修了路 and “12 km of road were built”.""",
    ),
    _code(
        "T025",
        "approximation-lost",
        Severity.INFO,
        """The Chinese says that a figure is not exact, and the English gives it as exact.

        多 and 余 are more than, 近 is nearly, 约 and 左右 about, 以上 at least, 不到 less than, 以下 at most.

        Example: 300余人 and “300 people”.""",
    ),
    _code(
        "T026",
        "figure-rounded",
        Severity.INFO,
        """The English rounds a figure that the Chinese gives more exactly.

        Example: 8.7259亿元 and “873 million yuan”.""",
    ),
)
