import GRDB

/// Placeholder.
struct Placeholder { let pool: DatabasePool? = nil }
