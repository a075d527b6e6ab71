internal import Bytes

/// Something that is wrong with YAML as such, whatever the schema; `FrontMatterMessages` has the
/// words.
struct YAMLProblem: Hashable {
  var kind: Kind
  /// UTF-8 offsets into the file.
  var range: Range<Int>

  enum Kind: Hashable {
    case anchor(String)
    case alias(String)
    case tag(String)
    case mergeKey
    case directive
    case secondDocument
    case keyIsCollection
    /// The same key twice in one mapping, and where it stands first.
    case duplicateKey(String, first: Range<Int>)
    case tooDeep(limit: Int)
    case tooLarge(size: Int, limit: Int)
    case character(TextProblem)
    /// The same, written as an escape in double quotes.
    case escaped(TextProblem)
    /// A line that can be repaired.
    case line(LineRepair)
    /// A line that starts further right than its neighbours although it has a key of its own.
    case indented(key: String, above: String)
    /// libyaml's own words: none of the mistakes that are known by name.
    case syntax(String)
  }

  /// Characters that no text may hold.
  enum TextProblem: Hashable {
    case notUTF8
    case control(UInt32)
    case bidiEmbedding(UInt32)
    case bidiOverride(UInt32)
    case notInXML(UInt32)

    init(_ problem: TextCheck.Problem) {
      let scalar = problem.scalar?.value ?? 0
      switch problem.kind {
      case .notUTF8: self = .notUTF8
      case .control: self = .control(scalar)
      case .bidiEmbedding: self = .bidiEmbedding(scalar)
      case .bidiOverride: self = .bidiOverride(scalar)
      case .notInXML: self = .notInXML(scalar)
      }
    }
  }

  /// Whether the text can still be understood, so that this is only a warning.
  var isWarning: Bool {
    if case .character(.bidiEmbedding) = kind { return true }
    return false
  }
}
