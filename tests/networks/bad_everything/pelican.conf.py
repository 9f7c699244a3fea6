"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Clubs"
NETWORK_URL = "https://network.example/"
