"""Every verb of the panel. Each checks access first and records what it did last."""
