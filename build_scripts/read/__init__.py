"""Reading: bytes become a :class:`~build_scripts.model.SourceText`: encoding found, nothing else changed."""
