"""Every verb that changes how somebody signs in."""
