/// A filter, test, function or method: a name, what it takes, and the code.
///
/// How to write a filter: make a `Builtin` with a signature and a function, and put it into the
/// list of its file (`StringFilters.all`, say). `StringFilters.upper` is an example.
/// - The function gets one argument for each parameter, in order, already bound: defaults are
///   filled in, `*rest` is a list and `**rest` a map at the end. The first is the piped value.
/// - What it makes it makes in `context.arena`, or as text through `context.beginText()` …
///   `context.endText(from:)`, which nest.
/// - It charges its work, `try context.charge(bytes: n)` or `try context.charge(elements: n)`,
///   *before* it does it, and throws a `RenderFault`: words are made elsewhere.
/// - Arguments are never missing, unless the parameter says `allowsMissing`.
package struct Builtin: Sendable {
  package typealias Body =
    @Sendable (_ arguments: Arguments, _ context: inout RenderContext) throws(RenderFault) -> Value

  package let name: String
  package let signature: Signature
  /// What the compiler may assume of the result for escaping.
  package let result: Result
  let body: Body

  package init(
    _ name: String, _ signature: Signature, result: Result = .value, body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.result = result
    self.body = body
  }

  /// What the result of a function is, known at compile time.
  package enum Result: UInt8, Sendable {
    /// Whatever its flags say.
    case value
    /// Always HTML.
    case html
    /// Always JSON as `tojson` writes it.
    case json
    /// Always a percent-encoded part of a URL.
    case urlPart
  }

  /// The same function under another name.
  package func alias(_ name: String) -> Builtin {
    Builtin(name, signature, result: result, body: body)
  }
}

/// The arguments of a call, one for each parameter.
///
/// It is good for the duration of the call only.
package struct Arguments {
  private let items: Items

  /// The values of `items`, which must outlive the call.
  @inline(__always)
  init(_ items: Items) {
    self.items = items
  }

  package var count: Int { items.count }

  /// The argument of the parameter at `index`.
  @inline(__always)
  package subscript(index: Int) -> Value { items[index] }
}
