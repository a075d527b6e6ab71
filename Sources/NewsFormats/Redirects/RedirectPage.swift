package import Bytes
package import Localization

/// The page at an address that has moved, for hosts that cannot redirect.
package struct RedirectPage: Sendable {
  /// The absolute new address.
  package var target: String
  /// The title of the page there, shown as the text of the link.
  package var title: String
  package var language: String
  package var direction: TextDirection

  package init(
    target: String, title: String, language: String, direction: TextDirection = .leftToRight
  ) {
    self.target = target
    self.title = title
    self.language = language
    self.direction = direction
  }

  /// Writes the page to the end of `out`.
  package func write(into out: inout ByteBuffer) {
    out.append("<!DOCTYPE html>\n<html")
    out.attribute("lang", text: language)
    out.attribute("dir", text: direction.rawValue)
    out.append(">\n<meta charset=\"utf-8\">\n<title>")
    out.append(htmlEscaped: title)
    out.append("</title>\n<link rel=\"canonical\"")
    out.attribute("href", uri: target)
    out.append(">\n<meta name=\"robots\" content=\"noindex\">\n")
    out.append("<meta http-equiv=\"refresh\" content=\"0; url=")
    out.append(uri: target, for: .xml)
    out.append("\">\n<p><a")
    out.attribute("href", uri: target)
    out.append(">")
    out.append(htmlEscaped: title)
    out.append("</a></p>\n</html>\n")
  }
}
