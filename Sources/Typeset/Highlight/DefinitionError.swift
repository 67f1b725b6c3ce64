/// A mistake in one of our own definitions, in the library's words: a bug of ours.
struct DefinitionError: Error, Equatable {
  var problem: String
}
