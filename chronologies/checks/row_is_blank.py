from chronologies.readers.rows import ReadRow


def row_is_blank(row: ReadRow) -> bool:
    """
    Tell whether every cell of a row is empty.

    Such a row is declared blank: it is counted, and nobody is asked about it. A date merged down
    from the row above does not make it an event.
    """
    return row.is_blank
