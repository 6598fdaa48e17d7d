"""Which encoding the bytes of a document are in: named, declared, or recognised; and what is odd about it.

In this order: a byte-order mark; what a person named (``--encoding``, ``encoding`` in NAME.fixes.toml);
UTF-8, which no other encoding is taken for; what a web page declares, if its text then reads as Chinese;
the most plausible of those that Chinese documents come in. A declaration of GB2312 or GBK is read as
GB18030, which contains both.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from build_scripts.model import Finding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CONFLICT = "C015"
BROKEN = "C016"
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "utf-8-sig": "utf-8"}
_KNOWN = "utf-8, gb18030, big5, utf-16"
# A page may lose a character where its system cut a text; more than one in five hundred is a wrong guess.
_MOST_BROKEN = 500

# White space and escape (0x1b, of terminal logs) are left out: text files have them.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f\ufffd]")
_ASCII = re.compile(r"[\x00-\x7f]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")

# Some three hundred frequent characters and the traditional forms of the commonest. They are over half of
# the Han characters of the sample reports (57 %); a wrong decoding gives rare characters.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日"
    "军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美"
    "相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解"
    "水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计"
    "管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完"
    "設這個們來為國時說對會後發過學經沒動還進實長與機無從間問現當業體開關點應兩將書農村縣鎮黨"
)

# Mojibake scores up to 0.2, real Chinese of either script from 0.45 on (measured on reports of 60 to
# 6,000 characters and on every wrong decoding of them).
_LEAST_PLAUSIBLE = 0.3


class NotTextError(ValueError):
    """The bytes are not a text document; the message says what they look like."""


class EncodingError(ValueError):
    """The bytes look like text, but no encoding that such reports come in fits all of them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the codec's Python name, and what is to be said of how it was found."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


# A plausible decoding of this many bytes or characters tells as much as one of the whole.
_SAMPLE_BYTES, _SAMPLE_CHARACTERS = 200_000, 100_000


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a text document.

    Args:
        data: its bytes.
        encoding: what a person says it is in; holds against everything else.

    Raises:
        NotTextError: these are no bytes of a text.
        EncodingError: it seems to be text, but nothing decodes all of it; or ``encoding`` does not.

    Example:
        >>> decode("修通村道，群众都说好。".encode("gbk")).encoding
        'gb18030'
    """
    if encoding is not None:
        return _named(data, encoding, plausibility)
    if marked := _marked(data):
        return marked
    text = _utf8(data)
    return Decoded(text, "utf-8") if text is not None else _guess(data, plausibility)


def decode_page(data: bytes, declared: str, encoding: str | None = None) -> Decoded:
    """Decode a web page, whose markup says nothing of its language and is left out of the judgement.

    Args:
        data: its bytes.
        declared: the charset that the page names, or nothing.
        encoding: as in :func:`decode`.

    Raises:
        NotTextError: these are no bytes of a text.
        EncodingError: nothing decodes it, or ``encoding`` does not.
    """
    if encoding is not None:
        return _named(data, encoding, _page_plausibility)
    if marked := _marked(data):
        return marked
    name = _codec(declared)
    text = _utf8(data)
    promised = _try(data, name) if name and name != "utf-8" else None
    if text is not None and (promised is None or _HAN.search(text) or not _HAN.search(promised)):
        return Decoded(text, "utf-8", _conflict(declared, name, "utf-8", text))
    if promised is not None and name and _page_plausibility(promised) >= _LEAST_PLAUSIBLE:
        return Decoded(promised, name)
    try:
        guess = _guess(data, _page_plausibility)
    except EncodingError:
        return _mended(data, name or "utf-8")
    return Decoded(guess.text, guess.encoding, _conflict(declared, name, guess.encoding, guess.text))


def _conflict(declared: str, name: str | None, used: str, text: str) -> tuple[Finding, ...]:
    """The finding that a page is not in the charset that it declares; none where it does not matter."""
    if not declared or name == used or text.isascii():
        return ()
    return (Finding(CONFLICT, f"the page declares {declared}, but its bytes are {used}; read as {used}", ()),)


def _mended(data: bytes, name: str) -> Decoded:
    """A page in ``name`` of which a few bytes are broken, as a browser shows it: with � in their place."""
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    foreign = sum(not char.isascii() for char in text)
    if broken * _MOST_BROKEN > max(foreign, _MOST_BROKEN) or _page_plausibility(text) < _LEAST_PLAUSIBLE:
        raise EncodingError(f"neither {name} ({_where(data, name)}), UTF-16, GB18030 nor Big5 fits its bytes")
    message = f"{broken} places are no {name}, the first at {_where(data, name)}; � stands for each"
    return Decoded(text, name, (Finding(BROKEN, message, ()),))


def _named(data: bytes, encoding: str, score: Callable[[str], float]) -> Decoded:
    """Decode as a person says, and say so where that gives no Chinese and something else would.

    Raises:
        EncodingError: there is no such encoding, or a byte does not fit it.
    """
    name = _codec(encoding)
    if name is None:
        raise EncodingError(f"there is no encoding “{encoding}”; use one of {_KNOWN}")
    text = _try(data, name)
    if text is None:
        raise EncodingError(
            f"the encoding {name} was asked for, but does not fit: {_where(data, name)}{_advice(data, score)}"
        )
    text = text.removeprefix("\ufeff")
    if score(text) < _LEAST_PLAUSIBLE and (better := _guessed(data, score)):
        message = f"read as {name}, as asked for; its bytes look like {better}"
        return Decoded(text, name, (Finding(CONFLICT, message, ()),))
    return Decoded(text, name)


def _advice(data: bytes, score: Callable[[str], float]) -> str:
    better = _guessed(data, score)
    return f"; the bytes look like {better}" if better else ""


def _guessed(data: bytes, score: Callable[[str], float]) -> str | None:
    """The encoding that would be found without a person's word, if any fits."""
    if _utf8(data) is not None:
        return "utf-8"
    try:
        return _guess(data, score).encoding
    except ValueError:
        return None


def _codec(name: str) -> str | None:
    """Python's name for an encoding that can hold Chinese, the wider one of a family; else ``None``.

    Example:
        >>> _codec("GB2312"), _codec("Big5"), _codec("rot13"), _codec("latin-1")
        ('gb18030', 'big5', None, None)
    """
    try:
        found = codecs.lookup(name.strip().replace("x-gbk", "gbk"))
        "村".encode(found.name)
    except (LookupError, ValueError):
        return None
    return _WIDER.get(found.name, found.name)


def _try(data: bytes, name: str) -> str | None:
    """``data`` in the encoding ``name``, if every byte fits. Big5 has an extension for names of Hong Kong."""
    for codec in (name, "big5hkscs", "cp950") if name == "big5" else (name,):
        try:
            return data.decode(codec)
        except UnicodeError:
            continue
    return None


def _utf8(data: bytes) -> str | None:
    """The text, if it is UTF-8.

    UTF-16 of mostly Latin text is valid UTF-8 with a NUL at every second byte; fewer NULs are damage.
    """
    text = _try(data, "utf-8")
    return text if text is not None and data.count(0) * 3 <= len(data) else None


def _marked(data: bytes) -> Decoded | None:
    """What a byte-order mark promises; ``None`` where there is none.

    Raises:
        EncodingError: a byte breaks the promise.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data[len(bom) :].decode(name), name)
            except UnicodeDecodeError as error:
                message = f"the byte-order mark says {name}, but byte {error.start} does not fit"
                raise EncodingError(message) from None
    return None


def _guess(data: bytes, score: Callable[[str], float]) -> Decoded:
    """The most plausible of the encodings that Chinese documents come in.

    charset-normalizer proposes first; on short texts and between GB18030 and Big5 its ranking errs, so
    that every candidate that decodes at all is judged by how many of its Han characters are common ones.
    """
    proposed = [match.encoding for match in from_bytes(data[:_SAMPLE_BYTES], threshold=0.6)]
    best: tuple[float, str, str] | None = None
    for name in dict.fromkeys(["gb18030", "big5", "utf-16-le", "utf-16-be", *proposed]):
        text = _try(data, name)
        if text is not None and (best is None or score(text) > best[0]):
            best = (score(text), name, text)
    if best is None or best[0] < _LEAST_PLAUSIBLE:
        if CONTROL.search(data[:4096].decode("latin-1")):
            raise NotTextError("this is binary data, not text")
        where = _where(data, "utf-8") or "full of NUL"
        raise EncodingError(f"neither UTF-8 ({where}), UTF-16, GB18030 nor Big5 fits all its bytes")
    return Decoded(best[2], best[1].replace("_", "-"))


def _where(data: bytes, name: str) -> str:
    """The first place at which ``data`` is not what ``name`` says; empty where all of it is."""
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"byte {error.start} (0x{data[error.start]:02x}), in line {line}"
    except UnicodeError as error:
        return str(error)
    return ""


def _page_plausibility(text: str) -> float:
    """As :func:`plausibility`, of all that is not ASCII: a page is mostly markup."""
    return plausibility(_ASCII.sub("", text[: 4 * _SAMPLE_CHARACTERS]))


def plausibility(text: str) -> float:
    """How much ``text`` looks like Chinese or plain Latin prose, from 0 (not at all) to 1.

    Mainly Chinese: the share of common ones among its Han characters. Else the share of ASCII. Either
    weighs less where much of the text is neither.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    if not sample:
        return 0.0
    han = _HAN.findall(sample)
    common = sum(char in _COMMON for char in han) / len(han) if han else 0.0
    ascii_share = sum("\x20" <= char <= "\x7e" or char in "\r\n\t" for char in sample) / len(sample)
    known = (len(han) + ascii_share * len(sample)) / len(sample)
    return (common if len(han) * 4 > len(sample) else ascii_share) * min(1.0, known + 0.2)
