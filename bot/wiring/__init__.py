"""Wiring: settings → ready-made parts, hosted or embedded; no other folder picks concrete ones.

By subject, so that a short command does not import what it does not use: `register` (SQL), `answering`
(embeddings, vector index, language model), `ingestion` (reading documents), `slack` (the bot).
"""
