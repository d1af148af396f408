"""From a received file to rows that keep their place in it. docs/chronology-files.md."""
