"""Posts that somebody gave and that wait for an officer or chair to confirm them."""

from datetime import date

from django.db.models import F
from django.urls import reverse

from agencies.models import CONFIRMS_POSTS, Post
from reviews.access import Held
from reviews.queries.asking import Question, Row, told
from reviews.queries.work import WorkItem, task


def waiting_for_me(held: Held, today: date) -> Question:
    mine = Post.objects.held_on(today).filter(user=held.user, kind__in=CONFIRMS_POSTS)
    others = Post.objects.waiting().exclude(given_by=held.user).exclude(user=held.user)
    return told(
        others.filter(partnership__in=mine.order_by().values("partnership")),
        post="pk",
        who="user__full_name",
        partnership=F("partnership_id"),
        slug="partnership__slug",
        place="partnership__name",
    )


def confirm(post: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Confirm the post of {post['who']}, or refuse it",
        why=f"{post['place']} · It opens nothing until you have",
        href=reverse("reviews:confirm-post", args=[post["slug"], post["post"]]),
        partnership_id=post["partnership"],
    )


posts_to_confirm = task(waiting_for_me, confirm)
