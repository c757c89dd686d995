"""The portal as readers have it: in Chromium, served over loopback under a strict content security policy."""
