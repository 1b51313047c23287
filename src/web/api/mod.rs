//! `/api/v1`: the same nouns as the pages, as JSON.
