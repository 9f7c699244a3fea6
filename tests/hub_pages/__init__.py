"""The hub's computed pages."""
