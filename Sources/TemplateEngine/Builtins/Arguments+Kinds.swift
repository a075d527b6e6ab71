internal import Bytes

/// Reading the arguments of filters, functions and methods by kind.
extension Arguments {
  /// The whole number at `index`.
  func int(_ index: Int) throws(RenderFault) -> Int {
    guard let number = self[index].int else {
      throw RenderFault(.wrongKind, self[index], "a whole number")
    }
    return number
  }

  /// The number of things at `index`, brought into a range in which calculating cannot overflow.
  ///
  /// Nothing has so many elements, so nothing changes by that.
  func size(_ index: Int) throws(RenderFault) -> Int {
    Value.size(try int(index))
  }

  /// The number of things at `index`, or nothing when it was left out or is `none`.
  func optionalSize(_ index: Int) throws(RenderFault) -> Int? {
    isGiven(index) ? try size(index) : nil
  }

  /// The text at `index`; numbers and the like are not made into text.
  func text(_ index: Int) throws(RenderFault) -> Text {
    guard let text = self[index].text else {
      throw RenderFault(.wrongKind, self[index], "a text")
    }
    return text
  }

  /// The text at `index`, or nothing when it was left out or is `none`.
  func optionalText(_ index: Int) throws(RenderFault) -> Text? {
    isGiven(index) ? try text(index) : nil
  }

  /// Refuses a first argument that is missing, as the result of another filter may be.
  func requireValue() throws(RenderFault) {
    if self[0].isMissing { throw RenderFault(.undefinedValue, self[0]) }
  }

  /// Whether there is an argument at `index` other than `none`.
  func isGiven(_ index: Int) -> Bool {
    !self[index].isMissing && !self[index].isNone
  }
}

extension RenderContext {
  /// Makes a value of the text that `write` appends; charge the work before.
  mutating func makeText(
    flags: Value.Flags = [], _ write: (inout ByteBuffer) -> Void
  ) throws(RenderFault) -> Value {
    let start = beginText()
    write(&scratch)
    return try endText(from: start, flags: flags)
  }

  /// Refuses a text of `count` bytes before it is made, and charges the work of making it.
  mutating func charge(textOf count: (partialValue: Int, overflow: Bool)) throws(RenderFault) {
    try charge(bytes: count.overflow ? .max : count.partialValue)
  }

  /// Stops a text that has grown too long while it is made.
  func check(textSince start: Int) throws(RenderFault) {
    if scratch.count - start > limits.string {
      throw RenderFault(.stringLimit, Value(limits.string))
    }
  }

  /// Appends `value` as HTML: as it is when it is safe, escaped otherwise.
  mutating func appendHTML(_ value: Value) throws(RenderFault) {
    let text = try string(value)
    try charge(bytes: text.count)
    if value.isSafe { scratch.append(text) } else { scratch.append(htmlEscaped: text) }
  }

  /// Appends `value` to a text that is HTML or is not, escaping it when the text is.
  mutating func append(_ value: Value, toHTML isHTML: Bool) throws(RenderFault) {
    if isHTML { try appendHTML(value) } else { try append(value) }
  }
}

extension Value {
  /// `number`, but at most 2⁴⁸ and at least -2⁴⁸.
  static func size(_ number: Int) -> Int { min(max(number, -1 << 48), 1 << 48) }
}

extension Value.Flags {
  /// What stays true of a text when letters change their case or ends are cut off.
  static let ofText: Value.Flags = [.safe, .clean, .ascii]
}

extension Text {
  /// The part of this text from one byte offset to another, as a value that stays safe HTML if
  /// the whole was.
  func part(_ range: Range<Int>, of whole: Value) -> Value {
    Value(sharing: slice(range), flags: whole.flags.intersection(.ofText))
  }
}
