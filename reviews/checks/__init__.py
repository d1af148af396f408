"""What a text is searched for before it leaves those who may know. Pure, one check per file."""
