"""
What eight invented agencies know of one family, each in a file of its own kind and habits.

A module for each agency holds its rows; `files` writes them as the agency would have sent them.
"""
