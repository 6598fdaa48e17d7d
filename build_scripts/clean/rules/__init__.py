"""The cleaning rules: one file a rule; its module docstring is what ``explain CODE`` prints."""
