"""Each rule on published pages with a page that breaks it and one that keeps it."""
