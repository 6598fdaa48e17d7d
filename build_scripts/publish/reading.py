"""INTERIM reader."""

from __future__ import annotations

import hashlib
import re

from build_scripts.publish.markers import Marker, read_marker
from build_scripts.publish.units import Unit

_ZH = re.compile(r"<!-- zh ([0-9a-f]{8}(?:-\d+)?) (heading|paragraph|list_item|caption|metadata)((?: [a-z0-9\-]+)*) -->")
_EN = re.compile(r"<!-- en (todo|machine|human|reviewed|stale|orphan)(?: ([0-9a-f]{8}))? -->")
_UNESC = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!<&|~])")


def read_report(text: str) -> tuple[Unit | Marker | str, ...] | None:
    parts: list[Unit | Marker | str] = []
    for chunk in re.split(r"^(?=<!-- )", text, flags=re.M):
        line, _, rest = chunk.partition("\n")
        m = _ZH.fullmatch(line)
        e = _EN.fullmatch(line)
        mk = read_marker(line)
        if line == "<!-- orphans -->":
            break
        if m:
            zh = "\n".join(x[2:] for x in rest.strip().split("\n"))
            parts.append(Unit(m[1], m[2], _UNESC.sub(r"\1", zh), tuple(m[3].split())))
        elif e and parts and isinstance(parts[-1], Unit):
            u = parts[-1]
            t = rest.strip()
            h = hashlib.sha256(t.encode()).hexdigest()[:8]
            status = e[1]
            machine = status in ("machine", "stale") and (e[2] == h or (status == "machine" and not e[2]))
            parts[-1] = Unit(u.key, u.role, u.zh, u.flags, t, status, machine)
        elif mk and mk.name in ("report", "related"):
            parts.append(mk)
            if rest.strip():
                parts.append(rest.strip())
        elif line.startswith("<!-- was"):
            continue
        elif chunk.strip():
            parts.append(chunk.strip())
    if not any(isinstance(p, (Unit)) or isinstance(p, Marker) for p in parts):
        return None
    return tuple(parts)
