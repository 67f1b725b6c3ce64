/// What every page begins with: one file without scripts, whose own rules let nothing be loaded from elsewhere.
enum PageHead {
  /// Up to and with the beginning of the body.
  ///
  /// The style is what this kind of page looks like beside what all do; images that may stand in it are those it holds itself.
  static func text(title: String, style: String = "", showsImages: Bool = false) -> String {
    let images = showsImages ? "; img-src data:" : ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(images)">
      <meta name="referrer" content="no-referrer">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(PageStyle.text)\(style)</style>
      </head>
      <body>

      """
  }

  static let closing = "</body>\n</html>\n"
}
