/// A pattern of file names: `*` and `?` stay inside a component, `**` spans components,
/// `[a-z]` and `[!a-z]` are sets.
///
/// A pattern without `/` is matched against the last component, any other against the whole path.
package struct Glob: Hashable, Sendable {
  package let pattern: String
  private let scalars: [Unicode.Scalar]
  private let matchesNames: Bool

  package init(_ pattern: String) {
    self.pattern = pattern
    let isAnchored = pattern.hasPrefix("/")
    scalars = Array((isAnchored ? String(pattern.dropFirst()) : pattern).unicodeScalars)
    matchesNames = !pattern.contains("/")
  }

  /// Whether the pattern matches `path`, whose components are separated by `/`.
  package func matches(_ path: String) -> Bool {
    let whole = Array(path.unicodeScalars)
    guard matchesNames else { return matches(whole[...], scalars[...]) }
    let start = (whole.lastIndex(of: "/") ?? -1) + 1
    return matches(whole[start...], scalars[...])
  }

  /// Keeps the last star and resumes there on a mismatch, so a pattern cannot take exponential time
  /// but for one `**`, of which only the last is resumed as well.
  private func matches(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var at = text.startIndex
    var want = pattern.startIndex
    var star: (want: Int, at: Int)?
    var doubleStar: (want: Int, at: Int)?
    while at < text.endIndex || want < pattern.endIndex {
      if want < pattern.endIndex, pattern[want] == "*" {
        let isDouble = want + 1 < pattern.endIndex && pattern[want + 1] == "*"
        want += isDouble ? 2 : 1
        if isDouble, want < pattern.endIndex, pattern[want] == "/" { want += 1 }
        if isDouble { (doubleStar, star) = ((want, at), nil) } else { star = (want, at) }
        continue
      }
      if at < text.endIndex, let next = step(text[at], pattern, from: want) {
        (at, want) = (at + 1, next)
        continue
      }
      if let resume = star, resume.at < text.endIndex, text[resume.at] != "/" {
        star = (resume.want, resume.at + 1)
        (want, at) = (resume.want, resume.at + 1)
      } else if let resume = doubleStar, resume.at < text.endIndex {
        doubleStar = (resume.want, resume.at + 1)
        star = nil
        (want, at) = (resume.want, resume.at + 1)
      } else {
        return false
      }
    }
    return true
  }

  /// Matches one scalar against one element of the pattern; answers the index behind that element.
  private func step(
    _ scalar: Unicode.Scalar, _ pattern: ArraySlice<Unicode.Scalar>, from want: Int
  ) -> Int? {
    guard want < pattern.endIndex else { return nil }
    switch pattern[want] {
    case "?": return scalar == "/" ? nil : want + 1
    case "[":
      guard let close = pattern[(want + 1)...].dropFirst().firstIndex(of: "]") else { break }
      return isMember(scalar, of: pattern[(want + 1)..<close]) ? close + 1 : nil
    default: break
    }
    return pattern[want] == scalar ? want + 1 : nil
  }

  private func isMember(_ scalar: Unicode.Scalar, of set: ArraySlice<Unicode.Scalar>) -> Bool {
    let isNegated = set.first == "!" || set.first == "^"
    var rest = isNegated ? set.dropFirst() : set
    var isFound = false
    while let low = rest.popFirst() {
      var high = low
      if rest.first == "-", rest.count > 1 {
        rest = rest.dropFirst()
        high = rest.removeFirst()
      }
      if low <= scalar, scalar <= high { isFound = true }
    }
    return isFound != isNegated && scalar != "/"
  }
}
