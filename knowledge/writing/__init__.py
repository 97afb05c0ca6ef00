"""Documents out: a written document as values, and the files that it becomes."""
