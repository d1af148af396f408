"""Every verb that changes accounts, posts and the directory of agencies."""
