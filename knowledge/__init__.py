"""Documents in, facts and passages out; status updates; what belongs in a digest."""
