package import Bytes
/// What `robots.txt` says (RFC 9309).
package struct RobotsFile: Sendable {
  package var groups: [Group]
  /// The absolute addresses of sitemaps.
  package var sitemaps: [String]

  package init(groups: [Group] = [Group(agents: ["*"])], sitemaps: [String] = []) {
    self.groups = groups
    self.sitemaps = sitemaps
  }

  /// Rules for some crawlers.
  package struct Group: Hashable, Sendable {
    package var agents: [String]
    /// Paths that they may not fetch; `/` is all of them.
    package var disallowed: [String]
    package var allowed: [String]

    package init(agents: [String], disallowed: [String] = [], allowed: [String] = []) {
      self.agents = agents
      self.disallowed = disallowed
      self.allowed = allowed
    }
  }

  /// Writes the file to the end of `out`.
  package func write(into out: inout ByteBuffer) {
    for group in groups {
      group.write(into: &out)
      out.append("\n")
    }
    for sitemap in sitemaps {
      out.append("Sitemap: ")
      out.append(uri: sitemap, for: .plain)
      out.append("\n")
    }
  }
}

extension RobotsFile.Group {
  fileprivate func write(into out: inout ByteBuffer) {
    for agent in agents {
      out.append("User-agent: ")
      out.append(robotsValue: agent)
    }
    for path in allowed { out.append(rule: "Allow: ", path) }
    for path in disallowed { out.append(rule: "Disallow: ", path) }
    // A group without a rule says nothing; an empty rule says that all is allowed.
    if allowed.isEmpty && disallowed.isEmpty { out.append("Disallow:\n") }
  }
}

extension ByteBuffer {
  fileprivate mutating func append(rule: StaticString, _ path: String) {
    append(rule)
    append(uri: path, for: .plain)
    append("\n")
  }

  /// A value ends with its line, so a line break inside it would begin a rule of its own.
  fileprivate mutating func append(robotsValue text: String) {
    for byte in text.utf8 where byte >= 0x20 { append(byte) }
    append("\n")
  }
}
