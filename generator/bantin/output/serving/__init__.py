"""SERVING: what a web server has to know about a site: media types, caching, security policies, redirects."""
