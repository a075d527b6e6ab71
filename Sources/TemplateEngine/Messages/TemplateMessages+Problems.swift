/// The words of problems that are found when a template is compiled.
extension TemplateMessages {
  static func words(of code: TemplateProblem.Code) -> Words {
    switch code {
    case .expected, .strayCharacter, .unclosedString, .unclosedComment, .unclosedRaw,
      .unclosedTag, .unclosedStatement, .unknownStatement, .unexpectedEnd, .wrongEnd,
      .wrongEndName, .missingExpression, .numberTooLarge, .badEscape, .tooDeep, .tooManyTokens,
      .tooMuchWork,
      .sourceTooLarge, .notUTF8:
      wordsOfSyntax(code)
    case .branchContexts, .loopContext, .blockContext, .recursiveContext, .ambiguousURL,
      .unsafeURLLiteral, .computedScheme, .dynamicScriptType, .unprovable, .dynamicAttribute,
      .notAPlaceForValues:
      wordsOfEscaping(code)
    case .unknownFilter, .unknownTest, .unknownName, .unknownTemplate, .unknownBlock,
      .unknownImport, .unknownMember, .optionalMember, .absentRoot, .privateImport:
      wordsOfNames(code)
    default: wordsOfMeaning(code)
    }
  }

  private static func wordsOfSyntax(_ code: TemplateProblem.Code) -> Words {
    switch code {
    case .expected(let wanted, let found):
      Words(
        "syntax", "expected \(wanted), found \(found)", label: "expected \(wanted)",
        help: hint(wanted: wanted, found: found))
    case .strayCharacter(let text):
      Words(
        "stray-character", "'\(text)' means nothing here", label: "not part of the language",
        help: hint(forStray: text))
    case .unclosedString:
      Words("unclosed-string", "this text is never closed", label: "its quote is missing")
    case .unclosedComment:
      Words("unclosed-comment", "this comment is never closed", help: "close it with '#}'")
    case .unclosedRaw:
      Words("unclosed-raw", "'raw' is never closed", help: "close it with '{% endraw %}'")
    case .unclosedTag(let wanted):
      Words(
        "unclosed-tag", "the template ends inside a tag", label: "expected \(wanted)",
        help: "close it with '}}' or '%}'")
    case .unclosedStatement(let name):
      Words(
        "unclosed-statement", "'\(name)' is never closed", label: "the template ends here",
        help: "close it with '{% end\(name) %}'")
    case .unknownStatement(let name, let candidates):
      Words(
        "unknown-statement", "unknown statement '\(name)'", label: "no statement of this name",
        help: ForeignNames.hint(forStatement: name) ?? guess(name, candidates))
    case .unexpectedEnd(let word):
      Words("unexpected-end", "'\(word)' closes nothing", label: "nothing is open here")
    case .wrongEnd(let word, let expected):
      Words("wrong-end", "'\(word)' where '\(expected)' is due", label: "expected '\(expected)'")
    case .wrongEndName(let name, let expected):
      Words("wrong-end-name", "'\(name)' closes '\(expected)'", label: "expected '\(expected)'")
    case .missingExpression:
      Words("missing-expression", "an expression is missing", label: "expected a value here")
    default: wordsOfLimits(code)
    }
  }

  private static func wordsOfLimits(_ code: TemplateProblem.Code) -> Words {
    switch code {
    case .numberTooLarge(let digits):
      Words("number", "the number \(digits) is too large", label: "beyond 64 bits")
    case .badEscape(let text):
      Words("bad-escape", "'\(text)' is not followed by its digits", label: "bad escape")
    case .tooDeep:
      Words(
        "too-deep", "nested more than \(Parser.nestingLimit) deep",
        help: "move the inner part to a macro or an included template")
    case .tooMuchWork:
      Words(
        "too-much-work", "the templates take too long to compile",
        help: "call macros and include templates in fewer different places")
    case .tooManyTokens, .sourceTooLarge:
      Words("too-large", "the template is larger than \(Parser.sizeLimit >> 20) MB")
    default:
      Words(
        "not-utf8", "the template is not UTF-8 text", label: "not UTF-8",
        help: "save the file as UTF-8")
    }
  }

  private static func hint(wanted: String, found: String) -> String? {
    switch (wanted, found) {
    case ("the name of a test", "'=='"), ("the name of a test", "'!='"):
      "compare with '==' or '!=' alone"
    case ("'}}'", "'='"): "compare with '=='; a value is given a name by '{% set a = b %}'"
    case ("'in'", "'of'"): "did you mean 'in'?"
    case ("an expression", "'/'"): "is '}}' missing before it?"
    default: nil
    }
  }

  private static func hint(forStray text: String) -> String? {
    switch text {
    case "&": "write 'and'"
    case "!": "write 'not'"
    case "$": "names are written without '$'"
    case "?": "write 'b if a else c'"
    case ";": "end the tag instead"
    default: nil
    }
  }

  private static func wordsOfNames(_ code: TemplateProblem.Code) -> Words {
    switch code {
    case .unknownFilter(let name, let candidates):
      Words(
        "unknown-filter", "unknown filter '\(name)'", label: "no filter of this name",
        help: ForeignNames.hint(forFilter: name, known: candidates) ?? guess(name, candidates))
    case .unknownTest(let name, let candidates):
      Words(
        "unknown-test", "unknown test '\(name)'", label: "no test of this name",
        help: ForeignNames.hint(forTest: name) ?? guess(name, candidates))
    case .unknownName(let name, let candidates):
      Words(
        "unknown-name", "'\(name)' is not defined", label: "nothing has this name",
        help: ForeignNames.hint(forName: name) ?? guess(name, candidates))
    case .unknownTemplate(let name, let candidates):
      Words(
        "unknown-template", "there is no template '\(name)'", label: "not found",
        help: guess(name, candidates))
    case .unknownBlock(let name, let candidates):
      Words(
        "unknown-block", "there is no block '\(name)'", label: "not found",
        help: guess(name, candidates))
    case .unknownImport(let name, let template, let candidates):
      Words(
        "unknown-import", "'\(template)' does not define '\(name)'", label: "not defined there",
        help: guess(name, candidates))
    case .privateImport(let name):
      Words(
        "private-import", "'\(name)' is private to its template", label: "begins with '_'",
        help: "rename it without the leading '_'")
    case .unknownMember(let name, let owner, let candidates):
      Words(
        "unknown-member", "'\(owner)' has no '\(name)'", label: "no member of this name",
        help: guess(name, candidates))
    case .optionalMember(let name, let owner, let path):
      Words(
        "optional-member", "'\(name)' of '\(owner)' may be missing", label: "used unguarded",
        help: "write '{% if \(path) %}' around it or '| default(\"\")' behind it")
    case .absentRoot(let name, let owners):
      Words(
        "absent-root", "'\(name)' is not defined on every page that shows this",
        label: "some pages have none",
        help: "\(pages(having: name, owners)); write '{% if \(name) is defined %}' around it")
    default: Words("template", "the template is wrong here")
    }
  }

  /// "only these pages have 'list': front, section".
  static func pages(having name: String, _ owners: [String]) -> String {
    "only these pages have '\(name)': \(owners.joined(separator: ", "))"
  }

  private static func wordsOfMeaning(_ code: TemplateProblem.Code) -> Words {
    switch code {
    case .duplicateBlock(let name):
      Words("duplicate-block", "a second block '\(name)'", label: "defined before")
    case .blockInMacro(let name):
      Words("block-in-macro", "block '\(name)' inside a macro", label: "not allowed here")
    case .requiredBlockWithContent(let name):
      Words("required-block", "the required block '\(name)' has content", label: "leave it empty")
    case .secondExtends: Words("second-extends", "a second 'extends'", label: "one is allowed")
    case .outsideLoop(let word):
      Words("outside-loop", "'\(word)' outside a loop", label: "no 'for' around it")
    case .positionalAfterKeyword:
      Words("argument-order", "an argument without a name after one with a name")
    case .repeatedArgument(let name):
      Words("repeated-argument", "'\(name)' is given twice", label: "a second time")
    case .missingArgument(let name, let callee):
      Words("missing-argument", "\(callee) needs '\(name)'", label: "'\(name)' is missing")
    case .unknownArgument(let name, let callee, let candidates):
      Words(
        "unknown-argument", "\(callee) does not take '\(name)'", label: "no such argument",
        help: guess(name, candidates))
    case .tooManyArguments(let callee, let most):
      Words("too-many-arguments", "\(callee) takes \(arguments(most))", label: "too many")
    case .superOutsideBlock: Words("super", "'super()' outside a block", label: "no block here")
    case .noParentBlock(let name):
      Words("super", "no parent defines block '\(name)'", label: "'super()' of nothing")
    default: wordsOfLinking(code)
    }
  }

  private static func wordsOfLinking(_ code: TemplateProblem.Code) -> Words {
    switch code {
    case .circularTemplate(let name):
      Words("circular", "'\(name)' leads back to this template", label: "a circle")
    case .chainTooLong(let name):
      Words(
        "chain", "too many templates lead to '\(name)'", label: "nested too deep",
        help: "let templates extend and include fewer others one inside the other")
    case .blockNotInParents(let name):
      Words("unused-block", "no parent has a block '\(name)'", label: "never shown")
    case .reservedName(let name):
      Words("reserved-name", "'\(name)' cannot be assigned to", label: "a word of the language")
    case .tooManyVariables: Words("too-many-names", "more than 65,535 names or elements")
    default: Words("template", "the template is wrong here")
    }
  }

  /// "2 arguments", "no arguments".
  static func arguments(_ count: Int) -> String {
    switch count {
    case 0: "no arguments"
    case 1: "one argument"
    default: "\(count) arguments"
    }
  }
}
