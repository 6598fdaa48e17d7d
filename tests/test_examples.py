"""The examples in docstrings are run: one that is not true fails."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import build_scripts

MODULES = [module.name for module in pkgutil.walk_packages(build_scripts.__path__, "build_scripts.")]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_examples_of_module(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0
