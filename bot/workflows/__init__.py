"""Workflows: what follows from each thing a person does, step by step; each is stored before it begins."""
