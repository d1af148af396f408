"""Send links and codes to people without an account, and take them back."""
