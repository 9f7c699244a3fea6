SITENAME = "Clubs"
NETWORK_URL = "https://example.org/"
