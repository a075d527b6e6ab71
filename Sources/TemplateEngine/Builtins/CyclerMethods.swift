/// The methods of what `cycler()` makes; its member `current` is no method.
enum CyclerMethods {
  static let all: [Registry.Method] = [next, reset].map { .init($0, of: .cycler) }

  /// `cycle.next()` is the current value; the one behind it is current then.
  static let next = Builtin("next", Signature(.required("self"))) {
    arguments, context throws(RenderFault) in arguments[0].advanceCycler()
  }

  /// `cycle.reset()` begins again.
  static let reset = Builtin("reset", Signature(.required("self"))) {
    arguments, context throws(RenderFault) in
    arguments[0].resetCycler()
    return .none
  }
}
