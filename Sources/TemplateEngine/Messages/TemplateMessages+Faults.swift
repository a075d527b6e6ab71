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
    let name = fault.value.text?.string ?? describe(fault.value)
    let help = guess(name, place.candidates)
    switch fault.code {
    case .undefinedName where fault.value.isString:
      return Words(
        "undefined", "'\(name)' is not defined", label: "nothing has this name", help: help)
    case .undefinedMember:
      return Words(
        "undefined", "\(place.owner) has no '\(name)'", label: "not there",
        help: help ?? methodHint(name, fault.other))
    case .unknownFilter: return Words("unknown-filter", "unknown filter '\(name)'", help: help)
    case .unknownTest: return Words("unknown-test", "unknown test '\(name)'", help: help)
    case .unknownTemplate:
      return Words(
        "unknown-template", "there is no template '\(name)'", label: "not found", help: help)
    case .unknownImport:
      return Words("unknown-import", "\(place.owner) does not define '\(name)'", help: help)
    case .unknownMethod:
      return Words("unknown-method", "\(place.owner) has no method '\(name)'", help: help)
    default:
      return Words(
        "undefined", "'\(place.expression)' is not defined", label: "has no value", help: help)
    }
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
    case .depthLimit: return Words("limit", "calls are nested more than \(limit) deep")
    case .stringLimit: return Words("limit", "a text is longer than \(limit) bytes")
    default: return Words("limit", "a list has more than \(limit) elements")
    }
  }

  private static func wordsOfCalls(_ fault: RenderFault, _ place: FaultPlace) -> Words {
    let name = fault.value.text?.string ?? describe(fault.value)
    switch fault.code {
    case .missingArgument: return Words("missing-argument", "the argument '\(name)' is missing")
    case .unknownArgument: return Words("unknown-argument", "there is no parameter '\(name)'")
    case .tooManyArguments:
      return Words(
        "too-many-arguments", "it takes \(arguments(fault.value.int ?? 0))", label: "too many")
    case .repeatedArgument: return Words("repeated-argument", "'\(name)' is given twice")
    case .noCaller:
      return Words("no-caller", "the macro does not use 'caller()'", label: "called with a body")
    case .notCallable: return Words("not-callable", "\(describe(fault.value)) cannot be called")
    case .noSuper: return Words("super", "no parent defines this block")
    case .requiredBlock:
      return Words("required-block", "the required block '\(name)' is not defined")
    case .secondParent: return Words("second-extends", "a second 'extends'")
    default: return Words("circular", "the template extends itself")
    }
  }

  private static func wordsOfValues(_ fault: RenderFault, _ place: FaultPlace) -> Words {
    switch fault.code {
    case .wrongKind:
      let wanted = fault.other.text?.string ?? "another kind of value"
      return Words(
        "wrong-kind", "\(describe(fault.value)) is not \(wanted)", label: "expected \(wanted)")
    case .wrongOperands:
      return Words(
        "wrong-operands",
        "\(describe(fault.value)) and \(describe(fault.other)) do not go together")
    case .notComparable:
      return Words(
        "not-comparable", "\(describe(fault.value)) and \(describe(fault.other)) have no order")
    case .divisionByZero: return Words("division", "division by zero")
    case .overflow: return Words("overflow", "the number is beyond 64 bits")
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
