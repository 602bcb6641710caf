"""Human Services Data (HSDS 3.x): the programme as a page of services."""
