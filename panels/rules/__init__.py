"""May it be done to this panel, meeting or paper now? Every rule raises `Refused`."""
