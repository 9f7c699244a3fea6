"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Small Alliance"
NETWORK_URL = "https://network.example/"
