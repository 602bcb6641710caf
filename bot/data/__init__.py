"""Built files that travel with the package; see LICENCES.md."""
