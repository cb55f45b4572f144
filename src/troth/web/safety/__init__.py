"""Help that is there signed out: what to do in danger, leaving quickly, devices that others use."""
