"""The settings of this network; docs/settings.md of Chapterhouse explains each."""

SITENAME = "Example Astronomy Network"
NETWORK_URL = "http://localhost:8000/"
NETWORK_SOCIAL_CARDS = "pages"
PLUGINS = ["chapterhouse.render.plugin"]
