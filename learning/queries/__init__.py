"""Reading what was learnt across reviews."""
