"""Every verb that changes what the panel makes of the story, or lets it out."""
