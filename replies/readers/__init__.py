"""
What a dropped file says: an email taken apart, its own words told from what it quotes, what kind
of reply it is, and which body it seems to come from. Nothing here asks the database.
"""
