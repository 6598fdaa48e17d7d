"""“How this text was cleaned” in a real browser: from the report and back, filters, lines to link to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_reader import *  # noqa: F403
