/// A piece of a message as the protocol knows it.
package enum MessagePart: Sendable, Hashable {
  case text(String)
  /// An image as Base64 (RFC 4648, with padding), which is the form it is sent in.
  case image(ImageFormat, base64: String)
}
