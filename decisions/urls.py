from django.urls import path

from decisions import views

app_name = "decisions"

REGISTER = "reviews/<slug:reference>/decisions/"

urlpatterns = [
    path(REGISTER, views.register, name="register"),
    path(f"{REGISTER}new/", views.record, name="record"),
    path(f"{REGISTER}<int:number>/", views.word, name="word"),
    path(f"{REGISTER}<int:number>/take-back/", views.take_back, name="take-back"),
]
