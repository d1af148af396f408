from costs.models.agreed import Budget, CostKind, Fee
from costs.models.entry import Entry
from costs.models.invoice import Invoice
from costs.models.share import Claim, Share

__all__ = ["Budget", "Claim", "CostKind", "Entry", "Fee", "Invoice", "Share"]
