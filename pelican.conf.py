"""The settings of this network: Pelican's, and Chapterhouse's NETWORK_* (docs/settings.md explains each)."""

SITENAME = "Alliance for the Advancement of Infant Mental Health (demonstration)"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

# Where the hub is published; associations are folders below it: https://network.example.org/wi-aimh/
NETWORK_URL = "https://network.example.org/"

# Links to pages that people share show a picture with the page's title.
NETWORK_SOCIAL_CARDS = "pages"

# Every site is rendered by Pelican with this plugin; others may be named behind it, and run for every site.
PLUGINS = ["chapterhouse.render.plugin"]
