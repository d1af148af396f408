"""What is asked of somebody who comes by a link."""
