"""The figures of the reports: which quantities they are, what each counts, when, where and how exactly.

selecting   which quantities are figures: no dates, ordinals, names, idioms
wording     the words beside a figure by what they do there
nouns       names of things, read backwards and forwards
phrases     the noun before a figure, and the one behind it
surroundings   the clause in which that can stand
counting    what each figure counts, and what it says of it: a level, a share, a rise
periods     2020年, 截至2021年3月底, “十三五”期间, 去年
places      全县, 该镇; the place of a report
units       万元 is 元, 名 is 人
reading     all of that: a report → its figures
rows        a figure with its report, its sentence, its English
gathering   figures of one indicator in several reports; where they disagree
"""

from build_scripts.annotate.figures.model import Figure, Period
from build_scripts.annotate.figures.reading import read_figures

__all__ = ["Figure", "Period", "read_figures"]
