"""Cases of sites as text, and what lays them out for the tests of other rooms."""
