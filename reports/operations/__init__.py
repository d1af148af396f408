"""Every verb of the report. Each checks access first and records what it did last."""
