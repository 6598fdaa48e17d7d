"""How exact a figure claims to be, and which way it moves: 多 近 以上, 增长到; more than, nearly, grew to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts.quantities.letters import folded, keys, matches, word_places
from build_scripts.quantities.model import Approx, Trend

# --- Chinese -----------------------------------------------------------------------------------------------
_ZH_BEFORE = (
    (Approx.LEAST, "至少要?有?|不少于|不低于|不小于|不得少于|不得低于|起码|最少|最低"),
    (Approx.MOST, "不超过|不高于|不多于|不得超过|不大于|至多|最多|最长|最高(?!达)"),
    (Approx.UNDER, "不到|不足|未满|不满|少于|低于|小于"),
    (Approx.FULL, "(?<![圆美不充])满"),
    (Approx.OVER, "超过|突破|超出|高于|多于|大于|逾|(?<!赶)超(?!市|级)"),
    (Approx.NEARLY, "将近|接近|近|几乎有?"),
    (Approx.ABOUT, "大约|大概|约|约莫|大致"),
)
_ZH_AFTER = (
    (Approx.LEAST, "及?以上|[（(]含[）)]以上|起步|开外"),
    (Approx.MOST, "及?以[下内]|[（(]含[）)]以下|之内|封顶"),
    (Approx.OVER, "(?:[多余](?![年次种元数样少]|家庭)|出头|有余)"),
    (Approx.ABOUT, "左右|上下(?!级)"),
)
_BEFORE = re.compile(
    "(?:" + "|".join(f"(?P<a{n}>{words})" for n, (_, words) in enumerate(_ZH_BEFORE)) + ")(?:有|了|达)?$"
)
_AFTER = re.compile("|".join(f"(?P<a{n}>{words})" for n, (_, words) in enumerate(_ZH_AFTER)))
_UP = "增长|增加|上升|提高|提升|上涨|上调|升高|扩大|增收|增|涨|(?<!晋)升"
_DOWN = "下降|减少|降低|下跌|下调|缩减|压缩|压减|缩短|精简|下滑|降|减|跌"
_MORE, _FEWER = "多出?|高出?|大", "少|低|小"
_TREND = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?<![至不多最很])(?P<more>高出|多出)|"
    rf"比[^，。；：、]{{1,12}}(?:(?P<than>{_MORE})|(?P<less>{_FEWER}))"
    r"|(?<![至不多最很])(?P<lost>少)(?=了))"
    r"(?P<mid>幅度?|率)?(?P<step>到了?|至|为|成|了)?(?P<hedge>近|约|超过|逾|不少于|不低于|大约|将近)?$"
)
_WINDOW = 24


def _letters(pattern: re.Pattern[str]) -> frozenset[str]:
    """The Chinese characters of a pattern, one of which ends all that it finds; or a line break."""
    return frozenset("\n") | {char for char in pattern.pattern if "\u3400" <= char <= "\u9fff"}


# Before most figures stands something else, so that nothing has to be looked for.
_HEDGING, _MOVING = _letters(_BEFORE), _letters(_TREND)


def chinese_approx(text: str, start: int, end: int) -> tuple[Approx, int, int]:
    """What the Chinese around a figure says of its exactness, and the place of the figure with that.

    Example:
        >>> chinese_approx("近300人以上", 1, 5)
        (<Approx.NEARLY: 'nearly'>, 0, 5)
    """
    after = _AFTER.match(text, end)
    hedged = text[start - 1 : start] in _HEDGING
    before = _BEFORE.search(text[max(0, start - 8) : start]) if hedged else None
    if before and before.lastgroup:
        return _ZH_BEFORE[int(before.lastgroup[1:])][0], start - len(before[0]), end
    if after and after.lastgroup:
        return _ZH_AFTER[int(after.lastgroup[1:])][0], start, after.end()
    return Approx.EXACT, start, end


def chinese_trend(text: str, start: int) -> Trend:
    """Which way the figure at ``start`` says that something moved.

    增长到50 goes up to, 增长了50 and 增长50 up by; 比上届小3岁 goes down by.

    Example:
        >>> chinese_trend("会议少了11.2%", 4), chinese_trend("占比升至60%", 4)
        (<Trend.DOWN_BY: 'down by'>, <Trend.UP_TO: 'up to'>)
    """
    if text[start - 1 : start] not in _MOVING:
        return Trend.NONE
    found = _TREND.search(text[max(0, start - _WINDOW) : start])
    if not found:
        return Trend.NONE
    up = found["up"] or found["more"] or found["than"]
    if (found["step"] and found["step"] != "了") or found["mid"]:
        if found["mid"]:
            return Trend.UP if up else Trend.DOWN
        return Trend.UP_TO if up else Trend.DOWN_TO
    return Trend.UP_BY if up else Trend.DOWN_BY


# --- English, in lower case (folded) -----------------------------------------------------------------------
_EN_BEFORE = (
    (
        Approx.LEAST,
        (
            "at least|at a minimum|(?:no|not|nor|never|neither) (?:less|fewer|lower|younger|"
            "under|below) than|minimum(?: of)?|no less|not (?:under|below)"
        ),
    ),
    (
        Approx.MOST,
        (
            "at (?:the )?most|up to|(?:no|not|never) (?:more|older|higher|longer|later|over|"
            "greater|larger) than|within|maximum(?: of)?|not (?:to )?exceed(?:ing)?|limit(?:ed)?"
            "(?: to| of)?|capped at"
        ),
    ),
    (Approx.UNDER, r"(?:less|fewer|younger|lower|smaller|shorter) than|under|below|short of|just under"),
    (
        Approx.OVER,
        (
            "(?:more|greater|higher|larger|longer|older|better) than|over|above|exceed(?:s|ed|"
            "ing)?|in excess of|upwards? of|surpass(?:es|ed|ing)?|pass(?:es|ed|ing)|topp?(?:s|ed|"
            "ing)|past|beyond|broken? through"
        ),
    ),
    (Approx.NEARLY, r"nearly|almost|close to|just under|approaching|not quite|virtually"),
    (Approx.ABOUT, r"about|around|some|approximately|roughly|circa|c\.|in the region of|or so|estimated"),
)
_EN_AFTER = (
    (
        Approx.LEAST,
        (
            "(?:or|and) (?:more|above|over|older|higher|better|longer|upwards?|greater|larger)|"
            "at (?:the )?(?:least|minimum)|minimum|plus|upwards?"
        ),
    ),
    (
        Approx.MOST,
        r"(?:or|and) (?:under|below|less|fewer|younger|lower|shorter|smaller)|at (?:the )?most|maximum",
    ),
    (Approx.OVER, r"-?odd\b|-?plus|\+|and (?:more|a bit|counting)"),
    (Approx.ABOUT, r"or so|or thereabouts|give or take|-?ish|or about"),
)


def _english(groups: Iterable[tuple[Approx, str]], start: str, end: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<a{n}>{start}(?:{words}){end})" for n, (_, words) in enumerate(groups)))


_EN_LEADS = _english(_EN_BEFORE, r"\b", r"(?![a-z])")
# With which words they begin; and one of which signs is in all that stands behind.
_LEADING = keys(
    "at no not nor never neither minimum up within maximum limit capped less fewer younger lower "
    "smaller shorter under below short just more greater higher larger longer older better over above "
    "exceed in upwards surpass pass top topped past beyond broke nearly almost close approaching "
    "virtually about around some approximately roughly circa c or estimated"
)
_TRAILING = ("or ", "and ", "at ", "minimum", "maximum", "plus", "upward", "+", "odd", "ish", "give ")
_EN_TRAILS = _english(_EN_AFTER, r"", r"(?![a-z])")
_EN_NEAR = re.compile(r"[^a-z]*(?:(?:a|an|the|another|further|total|of|by|us|rmb) ?){0,3}[^a-z]*")
# Not before than and a number: fewer than 20 is no way down.
_EN_WAYS = re.compile(
    (
        r"(?P<up>\b(?:up|upwards?|rises?|rose|risen|rising|gr[eo]w(?:s|n|ing)?|growth|"
        r"increas\w+|raise[sd]?|raising|climb\w*|gain\w*|jump\w*|surg\w+|soar\w*"
        r"|expand\w*|expansion|improv\w+|doubl\w+|tripl\w+|more|higher|extra|older|longer|"
        r"larger|bigger|faster|greater|taller|boost\w*|went up|add(?:s|ed|ing))\b)"
        r"|(?P<down>\b(?:down|downwards?|falls?|fell|fallen|falling|drop\w*|declin\w+|"
        r"decreas\w+|reduc\w+|cut(?:s|ting)?|lower\w*|fewer|less|shr[aiu]nk\w*"
        r"|younger|smaller|shorter|slash\w*|plung\w+|trim\w*|slump\w*|halv\w+|sh?ed|lost|"
        r"below|lighter|contract(?:ed|ion))\b)"
    ),
)
_MOVED = keys(
    "up upwards rise rose growth grew increase raise climb gain jump surge soar expand improve double "
    "triple more higher extra older longer larger bigger faster greater taller boost went add down fall "
    "fell drop decline decrease reduce cut lower fewer less shrank shrink shrunk younger smaller "
    "shorter slash plunge trim slump halve shed sed lost below lighter contract"
)
_COMPARED = keys(
    "more less fewer higher lower older younger longer shorter larger smaller greater below above"
)
_EN_THAN = re.compile(
    (
        r"\b(?:more|less|fewer|higher|lower|older|younger|longer|shorter|larger|smaller|"
        r"greater|below|above)\b(?:\W+than)?\W*(?:\w+\W+){0,2}$"
    ),
)
_EN_STEP = re.compile(
    r"(?:(?P<to>\b(?<!came )(?<!come )(?<!comes )(?<!amounted )(?<!amounts )(?:to|reach(?:ed|es|ing)?))"
    r"|(?P<by>\bby))\W*(?:(?:an?|the|about|around|nearly|almost|over|some|more than|at least|approximately"
    r"|less than|roughly|average of) ?){0,3}[^a-z]*$",
)
_EN_BETWEEN = re.compile(r"\bbetween\b")
_EN_AND = re.compile(r"[^a-z]*(?:and|to)(?: an?)?[^a-z]*$")
_EN_NOT = re.compile(r"\b(?:no|not|nor|never|none|neither|cannot|without)\b")
_EN_FROM = re.compile(r"\bfrom\b")


def english_approx(before: str, after: str) -> tuple[frozenset[Approx], frozenset[Approx]]:
    """What the English around a number says of its exactness: anywhere near, and directly beside the number.

    Example:
        >>> near, beside = english_approx("no fewer than ", " years or so")
        >>> sorted(near), sorted(beside)
        ([<Approx.ABOUT: 'about'>, <Approx.LEAST: 'at least'>], [<Approx.LEAST: 'at least'>])
    """
    before, after = folded(before), folded(after)
    anywhere, beside = set(), set()
    if _EN_AND.match(before) or ("between" in before and _EN_BETWEEN.search(before)):
        anywhere |= {Approx.LEAST, Approx.MOST}
    for found in matches(_EN_LEADS, before, word_places(before, _LEADING)):
        kind = _EN_BEFORE[int((found.lastgroup or "a0")[1:])][0]
        anywhere.add(kind)
        if _EN_NEAR.fullmatch(before, found.end()):
            beside.add(kind)
    if beside & {Approx.OVER, Approx.UNDER} and _EN_NOT.search(before):
        # “No household may have more than 120”: which side is meant is left open.
        beside |= {Approx.LEAST, Approx.MOST}
    for found in _EN_TRAILS.finditer(after) if any(sign in after for sign in _TRAILING) else ():
        kind = _EN_AFTER[int((found.lastgroup or "a0")[1:])][0]
        anywhere.add(kind)
        if not any(char.isalpha() for char in after[: found.start()]):
            beside.add(kind)
    return frozenset(anywhere), frozenset(beside)


def english_trends(before: str, after: str) -> frozenset[Trend]:
    """Which ways the English around a number says that something moved; ``by`` or ``to`` if it stands there.

    Example:
        >>> sorted(english_trends("which rose to ", " last year"))
        [<Trend.UP: 'up'>, <Trend.UP_TO: 'up to'>]
    """
    before, after = folded(before), folded(after)
    than = _EN_THAN.search(before) if word_places(before, _COMPARED) else None
    lead = before[: than.start()] if than else before
    ways = {
        found.lastgroup
        for text in (lead, after)
        for found in matches(_EN_WAYS, text, word_places(text, _MOVED))
    }
    if not ways:
        return frozenset()
    trends = {Trend(way) for way in ways if way}
    step = _EN_STEP.search(before)
    if step and not _EN_FROM.search(before):
        word = "to" if step["to"] else "by"
        trends |= {Trend(f"{way} {word}") for way in ways if way}
    return frozenset(trends)
