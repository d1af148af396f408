"""The action plan as it prints: frozen types that have no field for a true name or exact day."""
