"""Splitting: the blocks of a document become reports, each with its head, its sections in order."""
