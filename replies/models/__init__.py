from replies.models.kind import ANSWERS, BESIDE, CHOSEN, ReplyKind
from replies.models.reply import IncomingFile, IncomingReply

__all__ = ["ANSWERS", "BESIDE", "CHOSEN", "IncomingFile", "IncomingReply", "ReplyKind"]
