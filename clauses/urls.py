from django.urls import path

from clauses.views import keeping, shelf

app_name = "clauses"

LIBRARY = "clauses/<slug:slug>/"
CLAUSE = f"{LIBRARY}<int:clause_id>/"

urlpatterns = [
    path(LIBRARY, shelf.library, name="library"),
    path(f"{LIBRARY}begin/", keeping.begin_library, name="begin"),
    path(f"{LIBRARY}add/", keeping.add_clause, name="add"),
    path(CLAUSE, shelf.clause, name="clause"),
    path(f"{CLAUSE}change/", keeping.change_clause, name="change"),
    path(f"{CLAUSE}retire/", keeping.retire_clause, name="retire"),
    path(f"{CLAUSE}bring-back/", keeping.bring_back_clause, name="bring-back"),
]
