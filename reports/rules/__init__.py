"""May it be done to this section, draft or comment now? Every rule raises `Refused`."""
