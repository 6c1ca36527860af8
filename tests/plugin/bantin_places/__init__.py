"""Where agreements were signed: a page, a check and a filter for Bantin."""
