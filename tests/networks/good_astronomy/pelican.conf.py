"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Stars"
NETWORK_URL = "https://network.example/"
