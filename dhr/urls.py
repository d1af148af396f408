"""Every address of the product. tests/house/test_routes.py says who may open each."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
