"""Every verb that changes what is sent to bodies outside a review, and what they said."""
