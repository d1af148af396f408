from django.urls import path

from publications.views import (
    dissemination,
    home_office,
    liaison,
    library,
    library_records,
    points,
    publication,
    publishing,
    rehearsal,
    rounds,
)

app_name = "publications"

REVIEW = "reviews/<slug:reference>/"
QA = f"{REVIEW}home-office/"
ROUND = f"{QA}rounds/<int:number>/"
POINT = f"{ROUND}points/<int:point>/"
PUBLICATION = f"{REVIEW}publication/"
LIBRARY = "library/<slug:reference>/"
LIAISON = "home-office/<slug:reference>/"

urlpatterns = [
    # quality assurance by the Home Office
    path(QA, rounds.home_office, name="home-office"),
    path(f"{QA}put-together/", rounds.put_together, name="put-together"),
    path(f"{QA}rehearsal/", rehearsal.rehearsal, name="rehearsal"),
    path(ROUND, rounds.qa_round, name="round"),
    path(f"{ROUND}add/", rounds.add_item, name="add-item"),
    path(f"{ROUND}items/<int:item_id>/", rounds.item_file, name="item-file"),
    path(f"{ROUND}items/<int:item_id>/remove/", rounds.remove_item, name="remove-item"),
    path(f"{ROUND}pack.zip", rounds.pack_file, name="pack-file"),
    path(f"{ROUND}let-go/", rounds.let_go, name="let-go"),
    path(f"{ROUND}sent/", rounds.submit, name="submit"),
    path(f"{ROUND}receipt/", home_office.record_receipt, name="record-receipt"),
    path(f"{ROUND}receipt/file/", home_office.receipt_file, name="receipt-file"),
    path(f"{ROUND}letter/", home_office.record_letter, name="record-letter"),
    path(f"{ROUND}letter/file/", home_office.letter_file, name="letter-file"),
    path(f"{ROUND}points/enter/", points.enter_points, name="enter-points"),
    path(f"{ROUND}points/add/", points.add_point, name="add-point"),
    path(POINT, points.point, name="point"),
    path(f"{POINT}change/", points.change_point, name="change-point"),
    path(f"{POINT}footnote/", points.print_reason, name="print-reason"),
    path(f"{POINT}remove/", points.remove_point, name="remove-point"),
    path(f"{ROUND}points/compare/", points.compare_points, name="compare-points"),
    path(f"{ROUND}answers/ask/", points.ask_answers, name="ask-answers"),
    path(f"{ROUND}answers/<slug:ending>/", points.answers_file, name="answers-file"),
    # publication
    path(PUBLICATION, publication.publication, name="publication"),
    path(f"{PUBLICATION}decide/", publication.decide, name="decide"),
    path(
        f"{PUBLICATION}decisions/<int:decision_id>/file/",
        publication.decision_file,
        name="decision-file",
    ),
    path(f"{PUBLICATION}introduce/", publication.introduce, name="introduce"),
    path(f"{PUBLICATION}preview/", publication.preview, name="preview"),
    path(f"{PUBLICATION}preview/<slug:item>/", publication.preview, name="preview-item"),
    path(f"{PUBLICATION}publish/", publishing.publish, name="publish"),
    path(f"{PUBLICATION}take-down/", publishing.take_down, name="take-down"),
    path(f"{PUBLICATION}sent-to/", dissemination.disseminations, name="disseminations"),
    path(f"{PUBLICATION}sent-to/add/", dissemination.disseminate, name="disseminate"),
    path(
        f"{PUBLICATION}sent-to/<int:entry_id>/acknowledged/",
        dissemination.acknowledge,
        name="acknowledge",
    ),
    path(f"{PUBLICATION}library-record/", library_records.library_record, name="library-record"),
    path(
        f"{PUBLICATION}library-record/file/<slug:data>/",
        library_records.library_record_file,
        name="library-record-file",
    ),
    # the Home Office's liaison
    path(
        "home-office/library-records/<slug:data>/",
        library_records.liaison_records,
        name="liaison-records",
    ),
    path("home-office/", liaison.reviews, name="liaison"),
    path("home-office/packs.zip", liaison.packs, name="liaison-packs"),
    path(LIAISON, liaison.review, name="liaison-review"),
    path(f"{LIAISON}rounds/<int:number>/pack.zip", liaison.pack, name="liaison-pack"),
    path(f"{LIAISON}<int:item_id>/", liaison.file, name="liaison-file"),
    # anyone
    path("library/", library.library, name="library"),
    path(LIBRARY, library.review, name="library-review"),
    path(f"{LIBRARY}<slug:item>/", library.page, name="library-page"),
    path(f"{LIBRARY}<slug:item>.pdf", library.file, name="library-file"),
]
