"""The command line: one module a command, each taking ready-made values and returning an exit code."""
