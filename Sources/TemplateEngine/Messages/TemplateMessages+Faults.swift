/// The words of faults that stop a render.
extension TemplateMessages {
  /// What is known about a fault beside its data.
  struct FaultPlace {
    /// The source text of the expression.
    let expression: String
    /// Names that could have been meant.
    var candidates: [String] = []
    /// What the owner of a missing member is called.
    var owner = ""
    /// Whether the page has the root name, but a macro or include without context does not see it.
    var isHidden = false
    /// What the pages are called that have the root name.
    var pages: [String] = []

    /// The source text of the owner in `owner.member` or `owner[…]`, when it is a plain path.
    var ownerExpression: String? {
      let closing: Character = expression.last == "]" ? "[" : "."
      guard let end = expression.lastIndex(of: closing) else { return nil }
      let owner = expression[..<end]
      let isPath = owner.allSatisfy { $0.isLetter || $0.isNumber || "_.[]".contains($0) }
      return isPath && !owner.isEmpty && !owner.hasPrefix("[") ? String(owner) : nil
    }

    /// The name of what is called at the end of the expression: of `a.b(c)` it is `b`.
    var callee: String {
      var end = expression.endIndex
      if expression.last == ")" { end = expression.callStart ?? end }
      let name = expression[..<end].reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return name.isEmpty ? "it" : "'\(String(name.reversed()))'"
    }
  }

  static func words(of fault: RenderFault, _ place: FaultPlace) -> Words {
    switch fault.code {
    case .undefinedName, .undefinedMember, .undefinedValue, .unknownFilter, .unknownTest,
      .unknownTemplate, .unknownImport, .unknownMethod:
      wordsOfNames(fault, place)
    case .stepLimit, .outputLimit, .arenaLimit, .depthLimit, .stringLimit, .listLimit:
      wordsOfLimits(fault)
    case .missingArgument, .unknownArgument, .tooManyArguments, .repeatedArgument, .noCaller,
      .notCallable, .noSuper, .requiredBlock, .secondParent, .circularParent:
      wordsOfCalls(fault, place)
    default: wordsOfValues(fault, place)
    }
  }

  private static func wordsOfNames(_ fault: RenderFault, _ place: FaultPlace) -> Words {
    let name = fault.value.text?.string ?? shown(fault.value)
    let help = guess(name, place.candidates)
    switch fault.code {
    case .undefinedName where name == "loop": return wordsOfMissingValue(fault, place)
    case .undefinedName where place.isHidden:
      return Words(
        "undefined", "'\(name)' is not defined", label: "not seen without context",
        help: "write 'with context' at the end of the 'import' or 'include' that leads here")
    case .undefinedName where !place.pages.isEmpty:
      return Words(
        "undefined", "'\(name)' is not defined", label: "this page has none",
        help: "\(pages(having: name, place.pages)); write '{% if \(name) is defined %}' around it")
    case .undefinedName where fault.value.isString:
      return Words(
        "undefined", "'\(name)' is not defined", label: "nothing has this name",
        help: ForeignNames.hint(forName: name) ?? help)
    case .undefinedMember: return wordsOfMissingMember(fault, place, help: help)
    case .unknownFilter:
      return Words(
        "unknown-filter", "unknown filter '\(name)'", label: "no filter of this name",
        help: ForeignNames.hint(forFilter: name, known: place.candidates) ?? help)
    case .unknownTest:
      return Words(
        "unknown-test", "unknown test '\(name)'", label: "no test of this name",
        help: ForeignNames.hint(forTest: name) ?? help)
    case .unknownTemplate:
      return Words(
        "unknown-template", "there is no template '\(name)'", label: "not found", help: help)
    case .unknownImport:
      return Words(
        "unknown-import", "\(place.owner) does not define '\(name)'", label: "not defined there",
        help: help)
    case .unknownMethod:
      return Words(
        "unknown-method", "\(place.owner) has no method '\(name)'", label: "no such method",
        help: help)
    default: return wordsOfMissingValue(fault, place)
    }
  }

  private static func wordsOfMissingMember(
    _ fault: RenderFault, _ place: FaultPlace, help: String?
  ) -> Words {
    let guarded =
      "where it may be missing write '{% if … %}' around it or '| default(\"…\")' behind it"
    if let index = fault.value.int, fault.value.kind == .int {
      let owner = place.ownerExpression.map { "'\($0)'" } ?? place.owner
      return Words(
        "undefined", "\(owner) has no element \(index)", label: "not there", help: guarded)
    }
    let name = fault.value.text?.string ?? describe(fault.value)
    let owner = place.ownerExpression.map { "'\($0)'" } ?? place.owner
    if fault.other.isNone {
      return Words(
        "undefined", "\(owner) is none and has no '\(name)'", label: "not there", help: guarded)
    }
    return Words(
      "undefined", "\(owner) has no '\(name)'", label: "not there",
      help: methodHint(name, fault.other) ?? help ?? guarded)
  }

  private static func wordsOfMissingValue(_ fault: RenderFault, _ place: FaultPlace) -> Words {
    if let index = fault.other.int {
      return Words(
        "undefined", "element \(index) of the list has no value",
        label: "counted from 0", help: "leave such elements out with 'selectattr' or 'where'")
    }
    if place.expression == "loop" || place.expression.hasPrefix("loop.") {
      return Words(
        "undefined", "'loop' outside of a loop", label: "no 'for' around it",
        help: "an included template does not see the 'loop' of the one that includes it")
    }
    return Words(
      "undefined", "'\(place.expression)' has no value", label: "nothing is there",
      help: "'| default(\"…\")' behind it stands in for what is missing")
  }

  private static func methodHint(_ name: String, _ owner: Value) -> String? {
    let methods = ["items", "keys", "values", "get"]
    return owner.kind == .map && methods.contains(name) ? "to call it write '\(name)()'" : nil
  }

  private static func wordsOfLimits(_ fault: RenderFault) -> Words {
    let limit = fault.value.int ?? 0
    switch fault.code {
    case .stepLimit: return Words("limit", "the template takes more than \(limit) steps")
    case .outputLimit: return Words("limit", "the output is larger than \(limit) bytes")
    case .arenaLimit: return Words("limit", "the values take more than \(limit) bytes")
    case .depthLimit: return Words("limit", "calls or lists are nested more than \(limit) deep")
    case .stringLimit: return Words("limit", "a text is longer than \(limit) bytes")
    default: return Words("limit", "a list has more than \(limit) elements")
    }
  }

  private static func wordsOfCalls(_ fault: RenderFault, _ place: FaultPlace) -> Words {
    let name = fault.value.text?.string ?? describe(fault.value)
    switch fault.code {
    case .missingArgument:
      let callee = fault.other.text.map { "'\($0.string)'" } ?? place.callee
      return Words(
        "missing-argument", "\(callee) needs '\(name)'", label: "'\(name)' is missing")
    case .unknownArgument:
      return Words(
        "unknown-argument", "\(place.callee) does not take '\(name)'", label: "no such argument",
        help: guess(name, place.candidates))
    case .tooManyArguments:
      return Words(
        "too-many-arguments", "\(place.callee) takes \(arguments(fault.value.int ?? 0))",
        label: "too many")
    case .repeatedArgument:
      return Words("repeated-argument", "'\(name)' is given twice", label: "by place and by name")
    case .noCaller:
      return Words("no-caller", "the macro does not use 'caller()'", label: "called with a body")
    case .notCallable:
      return Words(
        "not-callable", "\(describe(fault.value)) cannot be called", label: "no function or macro")
    case .noSuper: return Words("super", "no parent defines this block")
    case .requiredBlock:
      return Words("required-block", "the required block '\(name)' is not defined")
    case .secondParent: return Words("second-extends", "a second 'extends'")
    default: return Words("circular", "the template extends itself")
    }
  }

  private static func wordsOfValues(_ fault: RenderFault, _ place: FaultPlace) -> Words {
    switch fault.code {
    case .wrongKind where fault.value.isMissing: return wordsOfMissingValue(fault, place)
    case .wrongKind:
      let wanted = fault.other.text?.string ?? "another kind of value"
      return Words(
        "wrong-kind", "\(shown(fault.value)) is not \(wanted)", label: "expected \(wanted)")
    case .wrongOperands:
      return Words(
        "wrong-operands",
        "\(describe(fault.value)) and \(describe(fault.other)) do not go together",
        label: "not of one kind", help: hint(joining: fault))
    case .notComparable:
      return Words(
        "not-comparable", "\(describe(fault.value)) and \(describe(fault.other)) have no order",
        label: "cannot be compared")
    case .divisionByZero: return Words("division", "division by zero", label: "divides by 0")
    case .overflow: return Words("overflow", "the number is beyond 64 bits", label: "too large")
    case .unpacking:
      return Words(
        "unpacking", "\(describe(fault.value)) has not \(fault.other.int ?? 0) elements")
    case .badValue:
      return Words(
        "bad-value", "\(shown(fault.value)) is not \(fault.other.text?.string ?? "allowed")")
    case .custom:
      return Words("failed", fault.value.text?.string ?? "failed", help: fault.other.text?.string)
    case .notPrintable: return Words("not-printable", "\(describe(fault.value)) cannot be printed")
    case .unprovableContext:
      return Words("unprovable", "\(shown(fault.value)) does not end in the place where it begins")
    default: return Words("broken-template", "a template that is used here is broken")
    }
  }

  private static func hint(joining fault: RenderFault) -> String? {
    fault.value.isString != fault.other.isString ? "texts are put together by '~'" : nil
  }

  /// A kind of value in words: "a list".
  static func describe(_ value: Value) -> String {
    switch value.kind {
    case .missing, .unresolved: "nothing"
    case .none: "none"
    case .bool: "a truth value"
    case .int, .float: "a number"
    case .string: "a text"
    case .list: "a list"
    case .tuple: "a tuple"
    case .map: "a map"
    case .range: "a range"
    case .entity: "an entity"
    case .namespace: "a namespace"
    case .cycler: "a cycler"
    case .joiner: "a joiner"
    case .loop: "a loop"
    case .macro: "a macro"
    case .module: "a module"
    case .function: "a function"
    }
  }

  /// A value as it is quoted: a short text or number itself, else its kind.
  static func shown(_ value: Value) -> String {
    if let text = value.text, text.count <= 80 { return "'\(text.string)'" }
    if let number = value.int, value.kind == .int { return "\(number)" }
    return describe(value)
  }
}

extension String {
  /// Where the bracket opens that the last character closes.
  fileprivate var callStart: String.Index? {
    var depth = 0
    for index in indices.reversed() {
      if self[index] == ")" { depth += 1 }
      if self[index] == "(" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
