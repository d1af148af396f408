from django.urls import path

from portfolio.views import portfolio

app_name = "portfolio"

urlpatterns = [
    path("partnerships/<slug:slug>/portfolio/", portfolio.portfolio, name="portfolio"),
    path("partnerships/<slug:slug>/portfolio/file/", portfolio.portfolio_file, name="file"),
]
