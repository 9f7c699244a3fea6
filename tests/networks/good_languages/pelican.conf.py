"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Languages"
NETWORK_URL = "https://network.example/"
