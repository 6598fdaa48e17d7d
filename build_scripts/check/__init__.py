"""Checks of the translations: is what the English says what the Chinese says?"""
