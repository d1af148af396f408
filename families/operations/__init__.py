"""Every verb that changes the family compartment. None of them sends anything to anybody."""
