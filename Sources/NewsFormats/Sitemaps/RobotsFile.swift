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
  }
}
