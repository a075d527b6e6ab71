/// Reads the tokens of a template into a tree.
///
/// A problem inside a tag is noted, the rest of that tag is skipped and reading goes on behind it,
/// so that all problems of a template are found at once.
struct Parser {
  private(set) var tokens: [Token]
  var position = 0
  var tree: SyntaxTree
  /// The nesting of statements and expressions at this place.
  var depth = 0
  private var nameNumbers: [String: Int32] = [:]
  /// Where the statements around this place were opened, innermost last.
  var open: [OpenStatement] = []
  var loopDepth = 0
  var macroDepth = 0
  var blocks: Set<String> = []
  var hasExtends = false

  /// The nesting beyond which a template is refused.
  static let nestingLimit = 200
  /// The most operators or filters one after the other.
  static let chainLimit = 500
  /// The most bytes of one template.
  static let sizeLimit = 4 << 20

  struct OpenStatement {
    let name: String
    let range: Range<Int>
  }

  /// The tree of `source`; what is wrong with it stands in its `problems`.
  static func tree(of source: TemplateSource) -> SyntaxTree {
    var parser = Parser(source)
    parser.parseTemplate()
    return parser.tree
  }

  private init(_ source: TemplateSource) {
    tree = SyntaxTree(source: source)
    tokens = [Token(kind: .end, range: 0..<0)]
    if source.bytes.count > Self.sizeLimit {
      tree.problems.append(TemplateProblem(.sourceTooLarge, at: 0..<0))
    } else if let place = Self.firstInvalidByte(in: source.bytes) {
      tree.problems.append(TemplateProblem(.notUTF8, at: place..<place + 1))
    } else {
      tokens = Lexer.tokens(of: source.bytes)
    }
  }

  /// Where the bytes stop being UTF-8; nothing when all of them are.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private mutating func parseTemplate() {
    tree.body = parseBody(until: [])
  }
}

// MARK: - Tokens

extension Parser {
  var current: Token { tokens[position] }

  /// The token after the current one.
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// The source text of a token.
  func text(of token: Token) -> String {
    String(decoding: tree.source.bytes[token.range], as: UTF8.self)
  }

  /// Takes the current token when it is `symbol`.
  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  /// Whether the current token is the word `word`.
  func isAt(_ word: String) -> Bool {
    current.kind == .name && text(of: current) == word
  }

  /// Takes the current token when it is the word `word`.
  mutating func take(_ word: String) -> Bool {
    guard isAt(word) else { return false }
    advance()
    return true
  }

  /// Takes `symbol` or throws what stands there instead.
  mutating func require(_ symbol: Token.Symbol, _ purpose: String) throws(TemplateProblem) {
    guard take(symbol) else { throw expected(purpose) }
  }

  /// Takes a name that is no reserved word.
  mutating func requireName(_ purpose: String) throws(TemplateProblem) -> (NameIndex, Range<Int>) {
    guard current.kind == .name else { throw expected(purpose) }
    let token = current
    let name = text(of: token)
    advance()
    return (intern(name), token.range)
  }

  /// The problem that something else stands where `purpose` should.
  func expected(_ purpose: String) -> TemplateProblem {
    switch current.kind {
    case .bad(.strayCharacter):
      TemplateProblem(.strayCharacter(text(of: current)), at: current.range)
    case .bad(.unclosedString): TemplateProblem(.unclosedString, at: current.range)
    case .end where position > 0:
      TemplateProblem(.unclosedTag(purpose), at: lastPlace, related: tagStart)
    default: TemplateProblem(.expected(purpose, found: describe(current)), at: current.range)
    }
  }

  /// The last token that is not the end of the template.
  private var lastPlace: Range<Int> { tokens[max(0, position - 1)].range }

  private var tagStart: Range<Int>? {
    tokens[...position].last { $0.kind == .blockStart || $0.kind == .variableStart }?.range
  }

  private func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the template"
    case .variableEnd, .blockEnd: "the end of the tag"
    case .text: "text"
    default: "'\(text(of: token))'"
    }
  }
}

// MARK: - Building

extension Parser {
  mutating func intern(_ name: String) -> NameIndex {
    if let number = nameNumbers[name] { return NameIndex(rawValue: number) }
    let number = Int32(tree.names.count)
    tree.names.append(name)
    nameNumbers[name] = number
    return NameIndex(rawValue: number)
  }

  mutating func add(_ node: Node) -> NodeID {
    tree.nodes.append(node)
    return NodeID(rawValue: Int32(tree.nodes.count - 1))
  }

  mutating func add(_ kind: Node.Kind, _ range: Range<Int>) -> NodeID {
    add(Node(kind: kind, range: Int32(range.lowerBound)..<Int32(range.upperBound)))
  }

  mutating func list(_ numbers: [Int32]) -> ListID {
    guard !numbers.isEmpty else { return .empty }
    let id = ListID(rawValue: Int32(tree.lists.count))
    tree.lists.append(Int32(numbers.count))
    tree.lists += numbers
    return id
  }

  mutating func literal(_ literal: Literal) -> Int32 {
    tree.literals.append(literal)
    return Int32(tree.literals.count - 1)
  }

  mutating func note(_ problem: TemplateProblem) {
    if tree.problems.count < 100 { tree.problems.append(problem) }
  }

  /// From the start of `token` to the end of the last token taken.
  func range(from start: Int) -> Range<Int> {
    let end = tokens[max(0, position - 1)].range.upperBound
    return start..<max(start, end)
  }

  /// Runs `body` one level deeper, or throws when that is too deep.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(TemplateProblem) -> Result
  ) throws(TemplateProblem) -> Result {
    guard depth < Self.nestingLimit else { throw TemplateProblem(.tooDeep, at: current.range) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}
