"""May this be done to what was learnt, now?"""
