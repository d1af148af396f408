"""May it be done to this pack, point or publication now?"""
