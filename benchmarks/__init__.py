"""How long a realistic portal takes to build."""
