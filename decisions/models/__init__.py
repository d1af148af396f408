from decisions.models.register_entry import DecisionKind, Forum, RegisterEntry

__all__ = ["DecisionKind", "Forum", "RegisterEntry"]
