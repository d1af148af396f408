from django.conf import settings
from django.http import HttpRequest


def product(request: HttpRequest) -> dict[str, object]:
    """What every page needs to know of the product itself."""
    return {"product_name": settings.PRODUCT_NAME, "demonstration": settings.DEMONSTRATION}
