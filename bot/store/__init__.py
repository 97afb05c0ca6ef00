"""The bot's own tables: threads, exchanges, feedback, status cards, subscriptions, deliveries."""
