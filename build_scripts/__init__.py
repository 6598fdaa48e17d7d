"""Duizhao 对照: raw Chinese reports in, a static bilingual site out.

Read :mod:`build_scripts.pipeline` first: it is the recipe, one line a stage.
"""

__version__ = "0.1.0"
