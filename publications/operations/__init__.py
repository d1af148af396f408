"""One verb each: put a pack together, record what the Home Office says, publish."""
