"""A question in, a cited answer out, or an honest refusal."""
