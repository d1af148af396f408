"""Papers that go out: how they are laid out."""
