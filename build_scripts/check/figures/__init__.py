"""Whether the figures of the English are those of the Chinese (:mod:`build_scripts.quantities` reads these).

en_dates, en_words, english    the figures of the English
fitting, pairing, sources, matching    which English figure stands for which Chinese one
comparing   what that says of the English
"""

from build_scripts.check.figures.comparing import compare_figures
from build_scripts.quantities import Approx, Quantity, Trend, quantities

__all__ = ["Approx", "Quantity", "Trend", "compare_figures", "quantities"]
