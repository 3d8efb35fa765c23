"""Every file format and every encoding: bytes → tables, rows → files."""

from jobmatch.files.read import read_records, read_table, read_tables
from jobmatch.files.table import Rejected, Table
from jobmatch.files.write import write_rows

__all__ = ["Rejected", "Table", "read_records", "read_table", "read_tables", "write_rows"]
