"""SERVING: what a web server has to know of a site: types, what browsers may keep, policies, redirects."""
