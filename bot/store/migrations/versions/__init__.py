"""One numbered file for each change of the bot's tables."""
