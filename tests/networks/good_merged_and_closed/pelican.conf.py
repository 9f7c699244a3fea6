"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Merged"
NETWORK_URL = "https://network.example/"
