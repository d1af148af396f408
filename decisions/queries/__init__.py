"""The register of decisions: what was entered, and what other records decide already."""
