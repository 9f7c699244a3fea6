"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Subdomains"
NETWORK_URL = "https://clubs.example/"
NETWORK_LAYOUT = "subdomains"
