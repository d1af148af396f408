"""What the world may read: frozen types without a field for a true name or an exact day."""
