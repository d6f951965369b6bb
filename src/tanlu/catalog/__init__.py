"""What the rules say: factors, methods, documents, and the resolver that picks among them."""
