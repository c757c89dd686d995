"""What a document's page is made of, told for one reader, so that templates only have to lay it out."""
