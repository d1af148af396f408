from django.db import models

from evidence.models.scoping_return import ScopingReturn


class ReturnFile(models.Model):
    """A file that came with an answer beside the one it was given in: what an email carried."""

    scoping_return = models.ForeignKey(
        ScopingReturn, on_delete=models.PROTECT, related_name="files"
    )
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "scoping_return", "document"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["scoping_return", "document"], name="return_file_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"file {self.pk} of scoping return {self.scoping_return_id}"
