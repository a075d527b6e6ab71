extension BaseURL {
  /// Reads a base URL as `site.yaml` does; nothing when it is not one.
  package init?(_ text: String) {
    guard let parsed = try? BaseURL(parsing: text) else { return nil }
    self = parsed
  }
}
