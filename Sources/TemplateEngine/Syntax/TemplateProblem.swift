/// Something wrong with a template that is found before it is rendered: data only, made into words
/// by `TemplateMessages`.
struct TemplateProblem: Error, Hashable, Sendable {
  let code: Code
  let range: Range<Int>
  /// A second place: where an unclosed tag was opened, or the other end of a branch.
  var related: Range<Int>?

  init(_ code: Code, at range: Range<Int>, related: Range<Int>? = nil) {
    self.code = code
    self.range = range
    self.related = related
  }

  enum Code: Hashable, Sendable {
    /// Whether a template can be rendered in spite of it.
    var isWarning: Bool {
      if case .blockNotInParents = self { true } else { false }
    }

    // Reading
    case expected(String, found: String)
    case strayCharacter(String)
    case unclosedString
    case unclosedComment
    case unclosedRaw
    case unclosedTag(String)
    case unclosedStatement(String)
    case unknownStatement(String, candidates: [String])
    case unexpectedEnd(String)
    case wrongEnd(String, expected: String)
    case wrongEndName(String, expected: String)
    case missingExpression
    case numberTooLarge(String)
    case badEscape(String)
    case tooDeep
    case tooManyTokens
    case tooMuchWork
    case sourceTooLarge
    case notUTF8
    // Meaning
    case duplicateBlock(String)
    case blockInMacro(String)
    case requiredBlockWithContent(String)
    case secondExtends
    case outsideLoop(String)
    case positionalAfterKeyword
    case repeatedArgument(String)
    case unknownFilter(String, candidates: [String])
    case unknownTest(String, candidates: [String])
    case unknownName(String, candidates: [String])
    case unknownTemplate(String, candidates: [String])
    case unknownBlock(String, candidates: [String])
    case unknownImport(String, template: String, candidates: [String])
    case privateImport(String)
    case unknownMember(String, owner: String, candidates: [String])
    case optionalMember(String, owner: String, path: String)
    case absentRoot(String, owners: [String])
    case circularTemplate(String)
    case chainTooLong(String)
    case missingArgument(String, callee: String)
    case unknownArgument(String, callee: String, candidates: [String])
    case tooManyArguments(callee: String, most: Int)
    case superOutsideBlock
    case noParentBlock(String)
    case blockNotInParents(String)
    case reservedName(String)
    case tooManyVariables
    // Escaping
    case branchContexts(String, String)
    case loopContext(String, String)
    case blockContext(String, String)
    case recursiveContext(String)
    case ambiguousURL
    case unsafeURLLiteral(String)
    case computedScheme
    case dynamicScriptType
    case unprovable(String)
    case dynamicAttribute
    case notAPlaceForValues(Place)
  }

  /// A place where no value can be written.
  enum Place: Sendable {
    case markupOfDocument, declaration, elementName, escapedString, behindDollar, behindSlash
    case contentOfRefresh, httpEquiv, xmlCode, xmlHandler
  }
}
