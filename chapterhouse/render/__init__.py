"""Rendering: a `SiteJob` in, the files of one site in the stage and a `SiteSummary` out."""
