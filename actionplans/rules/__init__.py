"""May it be done now? Every rule raises `Refused` in words fit to show."""
