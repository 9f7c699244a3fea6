"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Old Markdown"
NETWORK_URL = "https://network.example/"
NETWORK_MARKDOWN = "python-markdown"
