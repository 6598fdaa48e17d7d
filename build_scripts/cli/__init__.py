"""The command line: thin commands over :mod:`build_scripts.pipeline`, one module for each group of them."""
