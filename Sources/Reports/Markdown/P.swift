/// Placeholder.
struct Placeholder {}
