extension AttachedFile {
  /// A file by its bytes: an image where it begins like one, else a text, in which what is not UTF-8 is
  /// replaced.
  package init(name: String, bytes: [UInt8]) {
    let content: MessagePart =
      if let format = ImageFormat(firstBytes: bytes) {
        .image(format, base64: Base64.text(of: bytes))
      } else {
        .text(String(decoding: bytes, as: UTF8.self))
      }
    self.init(name: name, sizeInBytes: bytes.count, content: content)
  }
}
