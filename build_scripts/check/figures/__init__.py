"""Figures as values: those of the Chinese, those of the English, and whether they agree.

numerals    the Chinese numeral: 3.2亿, 三百二十, 数十万
phrases     where a numeral is no figure: 千方百计, “三会一课”, 统一
units       亩 and mu, 元 and yuan, 人 and people
hedges      多 余 近 约 以上, more than, nearly; 增长到 and 增长了, grew to and by
dates       3月2日, 十四五, 90年代, 〔2018〕59号, 8时30分
chinese     all of that: text → quantities
en_dates, en_words, english    the same of the English
taken       no two figures of the same characters
fitting, pairing, sources, matching    which English figure stands for which Chinese one
comparing   what that says of the English
"""

from build_scripts.check.figures.chinese import quantities
from build_scripts.check.figures.comparing import compare_figures
from build_scripts.check.figures.model import Approx, Quantity, Trend

__all__ = ["Approx", "Quantity", "Trend", "compare_figures", "quantities"]
