"""Closing formulas under the name other readers use; `zones.signoffs` owns them."""

from graph_service.reading.zones.signoffs import is_signoff

__all__ = ["is_signoff"]
