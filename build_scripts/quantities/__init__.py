"""Quantities of Chinese text as values: what the checks of the English and the site's figures both read.

numerals    the Chinese numeral: 3.2亿, 三百二十, 数十万
phrases     where a numeral is no figure: 千方百计, “三会一课”, 统一
units       亩 and mu, 元 and yuan, 人 and people
letters     where words of English begin, whatever their case
hedges      多 余 近 约 以上, more than, nearly; 增长到 and 增长了, grew to and by
dates       3月2日, 十四五, 90年代, 〔2018〕59号, 8时30分
shares      三成, 三分之二, 翻两番
taken       no two quantities of the same characters
chinese     all of that: text → quantities

Units and hedges hold the English words beside the Chinese ones, so that each stands in one place.
"""

from build_scripts.quantities.chinese import quantities
from build_scripts.quantities.model import Approx, Quantity, Trend

__all__ = ["Approx", "Quantity", "Trend", "quantities"]
