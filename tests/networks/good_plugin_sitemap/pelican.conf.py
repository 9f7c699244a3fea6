"""The settings of a network in Chapterhouse's tests."""

SITENAME = "Plugins"
NETWORK_URL = "https://network.example/"
PLUGINS = ["chapterhouse.render.plugin", "sitemap"]
