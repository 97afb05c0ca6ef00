"""Migrations of the bot's tables, a line of their own beside the register's."""
