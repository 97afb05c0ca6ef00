"""Slack events in, Slack messages out; also the command line, settings and wiring."""
