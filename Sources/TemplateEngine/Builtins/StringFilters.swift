internal import Bytes

/// Filters that change the letters of a text.
enum StringFilters {
  static let all: [Builtin] = [upper]

  /// `{{ "berita" | upper }}` prints `BERITA`.
  static let upper = Builtin("upper", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    try context.charge(bytes: text.count)
    let start = context.beginText()
    context.scratch.append(text.string.uppercased())
    return try context.endText(from: start, flags: arguments[0].flags.intersection(.safe))
  }
}
