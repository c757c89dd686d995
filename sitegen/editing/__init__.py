"""Aids for those who write: new files, translations, renaming, the board of translations, schemas for editors' tools.

What is to be written is planned as a value and judged before anything is. Files are edited by places, never by
writing their YAML anew, so that all else in them stays as it is, byte for byte.
"""
