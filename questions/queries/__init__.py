"""What is asked of bodies, for pages, the clock and whoever has something to do."""
