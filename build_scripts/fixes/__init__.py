"""A maintainer's corrections (``NAME.fixes.toml``): read, applied, checked, suggested."""
