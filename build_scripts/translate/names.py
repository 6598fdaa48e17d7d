"""The names of the providers, for the command line, which must not import what talks to a network."""

from __future__ import annotations

PROVIDERS = ("google", "mymemory", "deepl", "microsoft", "libre", "openai")
