from django.db import models


class Letterhead(models.Model):
    """What stands at the head of a partnership's letters, and who signs them."""

    partnership = models.OneToOneField(
        "agencies.CommunitySafetyPartnership", on_delete=models.CASCADE, related_name="letterhead"
    )
    address = models.TextField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    logo = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_by = models.CharField(max_length=200, blank=True, help_text="Who signs, unless named")
    signed_by_post = models.CharField(max_length=200, blank=True)

    class Privacy:
        identifying = frozenset({"telephone", "email", "signed_by"})
        plain = frozenset({"id", "partnership", "address", "logo", "signed_by_post"})

    class Meta:
        ordering = ["partnership_id"]

    def __str__(self) -> str:
        return f"letterhead {self.pk}"
