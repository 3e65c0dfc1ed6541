"""What is shown: pages, components, figures; pure functions of typed records."""
