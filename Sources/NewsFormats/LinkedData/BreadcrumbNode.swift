/// The reader's way to a page: schema.org's `BreadcrumbList`.
///
/// One with fewer than two steps is not written: search engines refuse it.
package struct BreadcrumbNode: Hashable, Sendable {
  package var steps: [Step]

  package init(steps: [Step]) {
    self.steps = steps
  }

  /// One page on the way.
  package struct Step: Hashable, Sendable {
    package var name: String
    /// The absolute address; missing on the page itself.
    package var url: String?

    package init(name: String, url: String? = nil) {
      self.name = name
      self.url = url
    }
  }
}
