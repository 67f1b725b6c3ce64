/// Where an API key is read from, at the moment a request is sent; the key itself is never stored.
package enum KeySource: Sendable, Hashable {
  /// The name of an environment variable (`key_env`).
  case environment(String)
  /// A shell command that prints the key (`key_command`); run without a terminal, 10 s limit.
  case command(String)
  /// The path of a file that holds the key (`key_file`); white space around it is dropped.
  case file(String)
}
