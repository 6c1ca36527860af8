"""SERVING: the settings of web servers for a site: media types, caching, security policies, redirects."""
