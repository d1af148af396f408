"""What the pages of the compartment show, restricted to the reader. Nothing here writes."""
