"""The local pages and the REST service: take a request, call one workflow, answer. Nothing is kept."""
