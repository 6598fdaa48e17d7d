"""Made-up reports in any number, out of the sentences of the samples: for measuring, and for nothing else.

Each is a raw document and its page. Sentences are drawn with their English, places and figures are changed in
both languages alike, so that the texts of all differ. The same seed gives the same bytes on every machine.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.documents import clean_document
from build_scripts.read.source import read_source
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse, status
from build_scripts.sync.writing import NewEnglish, write_english

FIRST_YEAR, YEARS = 2008, 16
IN_FOLDER = 200
"""How many raw documents lie in one folder of source_articles/."""

SECTIONS, PARAGRAPHS, SENTENCES = (3, 4), (2, 3), (2, 4)
"""How many sections a report has, paragraphs a section, sentences a paragraph: some 1,500 characters."""

_MACHINE, _HUMAN, _REVIEWED = 0.6, 0.2, 0.1  # the rest has no English

# Counties of Hunan that the samples name, and what stands in their place.
_PLACES = {
    "隆回": "Longhui", "怀化": "Huaihua", "桑植": "Sangzhi", "涟源": "Lianyuan", "醴陵": "Liling",
    "渌口": "Lukou", "株洲": "Zhuzhou", "娄底": "Loudi", "溆浦": "Xupu", "炎陵": "Yanling", "耒阳": "Leiyang",
    "汉寿": "Hanshou", "浏阳": "Liuyang", "新邵": "Xinshao", "慈利": "Cili", "祁东": "Qidong",
    "桂阳": "Guiyang", "宜章": "Yizhang", "辰溪": "Chenxi", "沅陵": "Yuanling", "茶陵": "Chaling",
    "汨罗": "Miluo", "澧县": "Lixian", "泸溪": "Luxi",
}  # fmt: skip
_PAPERS = ("红星云", "云溪日报", "清江晚报", "资水新闻网")
_PEOPLE = ("文溪", "晓禾", "田野", "江帆", "石泉", "林晚", "向南", "云舒")
_ZH_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’）]*")
_EN_SENTENCE = re.compile(r"(?<=[.!?])[”’)]*\s+(?=[A-Z“])")
_FIGURE = re.compile(r"(?<![0-9.,])[1-9][0-9]{1,2}(?![0-9.,年月日岁])")
_PLACE = re.compile("|".join(_PLACES))


@dataclass(frozen=True, slots=True)
class Sample:
    """The stock: pairs of Chinese and English, sentences of paragraphs and headings apart."""

    sentences: tuple[tuple[str, str], ...]
    headings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Generated:
    """A raw document, by its path in source_articles/, and the page of its report."""

    name: str
    source: str
    raw: str
    page: str


@dataclass(slots=True)
class _Draft:
    lines: list[str] = field(default_factory=list)
    english: dict[str, str] = field(default_factory=dict)


def read_sample(reports: Path) -> Sample:
    """The sentences and headings of the report pages in a folder, in a fixed order."""
    sentences: list[tuple[str, str]] = []
    headings: list[tuple[str, str]] = []
    for path in sorted(reports.glob("*.md")):
        for unit in parse(path.read_text(encoding="utf-8")).live_units:
            if unit.role == "heading" and unit.en:
                headings.append((unit.zh, unit.en))
            elif unit.role == "paragraph" and unit.en:
                sentences += _sentences(unit.zh, unit.en)
    return Sample(tuple(sentences), tuple(headings))


def _sentences(zh: str, en: str) -> list[tuple[str, str]]:
    """Sentence by sentence where both have as many, else the whole."""
    chinese, english = _ZH_SENTENCE.findall(zh), _EN_SENTENCE.split(" ".join(en.split()))
    whole = "".join(chinese) == zh and len(chinese) == len(english)
    return list(zip(chinese, english, strict=True)) if whole else [(zh, " ".join(en.split()))]


def generate(sample: Sample, number: int, seed: int = 1) -> Iterator[Generated]:
    """``number`` reports; the first of them are the same however many there are."""
    for place in range(number):
        chance = random.Random(f"{seed}:{place}")
        # What cleaning takes for two reports has one too many.
        while (report := _report(sample, place, chance)) is None:
            pass
        yield report


def _report(sample: Sample, place: int, chance: random.Random) -> Generated | None:
    draft = _Draft()
    county = chance.choice(sorted(_PLACES))
    zh, en = chance.choice(sample.headings)
    title = f"{county}{place + 1}号简报：{zh.split('：')[-1]}"
    draft.english[title] = f"{_PLACES[county]} brief {place + 1}: {en}"
    year = FIRST_YEAR + place % YEARS
    date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    authors = " ".join(chance.sample(_PEOPLE, 2))
    draft.lines = [title, f"文章来源: {chance.choice(_PAPERS)}  时间: {date} 09:30  作者: {authors}"]
    for _ in range(chance.randint(*SECTIONS)):
        _add(draft, *chance.choice(sample.headings))
        for _ in range(chance.randint(*PARAGRAPHS)):
            _add(draft, *_paragraph(sample, county, chance))
    name = f"report-{place + 1:05}"
    source = f"{place // IN_FOLDER:03}/{name}.txt"
    raw = "\n\n".join(draft.lines) + "\n"
    articles = clean_document(read_source(raw.encode(), source)).articles
    if len(articles) != 1:
        return None
    text = sync_page(None, articles[0], source=source, page_id=name, path=name).text
    return Generated(name, source, raw, _translated(text, draft.english, chance))


def _add(draft: _Draft, zh: str, en: str) -> None:
    draft.lines.append(zh)
    draft.english[zh] = en


def _paragraph(sample: Sample, county: str, chance: random.Random) -> tuple[str, str]:
    drawn = [chance.choice(sample.sentences) for _ in range(chance.randint(*SENTENCES))]
    changed = [_changed(zh, en, county, chance) for zh, en in drawn]
    return "".join(zh for zh, _ in changed), " ".join(en for _, en in changed)


def _changed(zh: str, en: str, county: str, chance: random.Random) -> tuple[str, str]:
    """The sentence about another county, with other figures where both languages have them in digits."""
    for old in dict.fromkeys(_PLACE.findall(zh)):
        if _PLACES[old] in en:
            zh, en = zh.replace(old, county), en.replace(_PLACES[old], _PLACES[county])
    figures = {old: str(chance.randint(11, 998)) for old in dict.fromkeys(_FIGURE.findall(zh))}
    shared = {old: new for old, new in figures.items() if re.search(rf"(?<![0-9.,]){old}(?![0-9.,])", en)}
    return _with_figures(zh, shared), _with_figures(en, shared)


def _with_figures(text: str, figures: Mapping[str, str]) -> str:
    return _FIGURE.sub(lambda found: figures.get(found[0], found[0]), text)


def _translated(text: str, english: Mapping[str, str], chance: random.Random) -> str:
    """The page with English of machines and people in most places."""
    page = parse(text)
    open_units = {unit.zh_hash: unit.zh for unit in page.live_units if status(unit) is Status.TODO}
    open_units["title"] = page.front.text("title")
    changes = {}
    for key, zh in open_units.items():
        made = _status(chance)
        if made and zh in english:
            changes[key] = NewEnglish(english[zh], made)
    return write_english(text, changes).text


def _status(chance: random.Random) -> Status | None:
    drawn = chance.random()
    for share, made in ((_MACHINE, Status.MACHINE), (_HUMAN, Status.HUMAN), (_REVIEWED, Status.REVIEWED)):
        if drawn < share:
            return made
        drawn -= share
    return None


def write_reports(folder: Path, reports: Iterable[Generated]) -> int:
    """Write raw documents and pages into the project in ``folder``; gives the characters of the documents."""
    characters = 0
    for report in reports:
        for path, text in (
            (folder / "source_articles" / report.source, report.raw),
            (folder / "docs" / "reports" / f"{report.name}.md", report.page),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        characters += len(report.raw)
    return characters
