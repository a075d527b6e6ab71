/// Why a render stopped: data only, made into words by `TemplateMessages` after the render.
///
/// Adding a kind of fault: a case of `Code` here, its words in `TemplateMessages`.
package struct RenderFault: Error, BitwiseCopyable {
  package let code: Code
  /// The value that was refused, a name, or a limit: the code says which.
  package let value: Value
  /// A second value: what was expected, or the other operand.
  package let other: Value

  @inline(never)
  package init(_ code: Code, _ value: Value = .missing, _ other: Value = .missing) {
    self.code = code
    self.value = value
    self.other = other
  }

  /// What went wrong, where `v` is `value` and `o` is `other`.
  package enum Code: UInt16, BitwiseCopyable, Sendable {
    /// The name `v` is not defined. (machine)
    case undefinedName
    /// `o` has no member or entry `v`. (machine)
    case undefinedMember
    /// A missing value was used. (machine; filters get it by `context.require`)
    case undefinedValue
    /// `v` was used where `o` (a text: "a number") is needed.
    case wrongKind
    /// The operands `v` and `o` do not go together. (machine)
    case wrongOperands
    /// `v` and `o` cannot be ordered.
    case notComparable
    /// Division by zero.
    case divisionByZero
    /// An integer beyond 64 bits.
    case overflow
    /// `v` has not as many elements as there are names (`o`). (machine)
    case unpacking
    /// `v` cannot be called. (machine)
    case notCallable
    /// `o` has no method `v`. (machine)
    case unknownMethod
    /// No filter is named `v` (a text).
    case unknownFilter
    /// No test is named `v` (a text).
    case unknownTest
    /// The argument `v` (a text, its name) is missing. (binding of arguments)
    case missingArgument
    /// There is no parameter `v` (a text). (binding of arguments)
    case unknownArgument
    /// More arguments than parameters. (binding of arguments)
    case tooManyArguments
    /// The argument `v` (a text, its name) was given twice. (binding of arguments)
    case repeatedArgument
    /// The value `v` is not allowed; `o` is a text that says what is.
    case badValue
    /// A filter's or host's own words: `v` is a text for the message, `o` a text for the hint.
    case custom
    /// No template of the name `v`, or of any of the names in the list `v`. (machine)
    case unknownTemplate
    /// The template or member `v` of a module is private or does not exist. (machine)
    case unknownImport
    /// A block marked `required` was not overridden; `v` is its name. (machine)
    case requiredBlock
    /// `super()` or `caller()` (`v`) where there is none. (machine)
    case noSuper
    /// A `call` of a macro that does not use `caller`. (machine)
    case noCaller
    /// A second `extends` was met. (machine)
    case secondParent
    /// A template extends itself, by whatever way. (machine)
    case circularParent
    /// An expression that must not be printed: a function, a module. (machine)
    case notPrintable
    /// The escaping of a template that is included or extended by a variable cannot be proved.
    case unprovableContext
    /// The template `v` that was included or extended by a variable has errors. (machine)
    case brokenTemplate
    /// More than `v` steps. (limits)
    case stepLimit
    /// More than `v` bytes of output.
    case outputLimit
    /// More than `v` bytes of memory.
    case arenaLimit
    /// Calls, includes or blocks nested deeper than `v`.
    case depthLimit
    /// A string of more than `v` bytes.
    case stringLimit
    /// A list of more than `v` elements.
    case listLimit
  }
}
