"""The settings of this network: Pelican's, and Chapterhouse's NETWORK_* (docs/settings.md explains each)."""

SITENAME = "Alliance for the Advancement of Infant Mental Health (demonstration)"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

# Where the hub is published; associations are folders below it: https://network.example.org/wi-aimh/
NETWORK_URL = "https://network.example.org/"

# Every site is rendered by Pelican with this plugin; others may be named behind it, and run for every site.
PLUGINS = ["chapterhouse.render.plugin"]
