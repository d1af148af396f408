"""From a received file to the rows of an action plan. docs/action-plan-files.md."""
