"""Every verb that changes the plan. Each checks access first and records what happened last."""
