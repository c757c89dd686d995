"""What a site's look is made of: tokens of colour from a few values, and style sheets joined to one."""
