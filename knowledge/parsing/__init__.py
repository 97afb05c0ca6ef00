"""Grammars: blocks of one document in, facts out."""
