"""Whom a deadline concerns, and which reminders stand still. Nothing here writes."""
