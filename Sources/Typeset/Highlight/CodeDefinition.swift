/// Where the definition of a language is.
enum CodeDefinition: Sendable {
  /// One of ours, part of the program, which is looked at when it is opened.
  case embedded(@Sendable () -> [UInt8])
  /// A file among the library's.
  case library(String)
}
