"""What a municipality brings in for its documents: looked at by content, cleaned, and shown in a sample."""
