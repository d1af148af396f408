"""Every verb that changes a chronology."""
