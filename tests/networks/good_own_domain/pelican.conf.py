"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Own domain"
NETWORK_URL = "https://clubs.example/network/"
