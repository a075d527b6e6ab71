package import Diagnostics

/// Why bytes are not JSON that can be read, and where.
package struct JSONError: Error, Hashable, Sendable {
  package let reason: Reason
  /// The offsets of the bytes that are wrong.
  package let range: Range<Int>

  /// What is wrong.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case endOfFile
    case notAValue
    case notAKey
    case missingColon
    case unclosedList
    case unclosedMap
    case unclosedText
    case notANumber
    case numberTooLarge
    case controlCharacter
    case unknownEscape
    case loneSurrogate
    case notUTF8
    case textBehindValue
    case tooDeep
    case tooLarge
  }
}

// MARK: - Words

extension JSONError {
  /// The diagnostic for `file`, the path of what was read.
  package func diagnostic(file: String) -> Diagnostic {
    let words = reason.words
    return Diagnostic(
      .error, id: "data.json", "the JSON cannot be read: \(words.summary)",
      at: SourceLocation(file: file, range: range), label: words.label, help: words.help)
  }
}

extension JSONError.Reason {
  fileprivate var words: (summary: String, label: String, help: String) {
    switch self {
    case .endOfFile: ("it ends too early", "a value is missing here", "is the file complete?")
    case .notAValue:
      (
        "this is no value", "not JSON",
        "write text in double quotes, a number, true, false, null, a list or a map"
      )
    case .notAKey:
      (
        "this is no key", "a text in double quotes is missing here",
        "write `\"key\": value`, and no comma behind the last entry"
      )
    case .missingColon:
      ("a key without a value", "':' is missing here", "write `\"key\": value`")
    case .unclosedList:
      ("a list is not closed", "',' or ']' is missing here", "elements are parted by commas")
    case .unclosedMap:
      ("a map is not closed", "',' or '}' is missing here", "entries are parted by commas")
    case .unclosedText:
      ("a text is not closed", "begins here", "end it with a double quote")
    case .notANumber:
      ("this is no number", "not JSON", "write 12, -3, 0.5 or 6.0e23, or put it in quotes")
    case .numberTooLarge:
      (
        "the number is too large", "beyond 64 bits",
        "put it in quotes if it is an identifier and not to be calculated with"
      )
    case .controlCharacter:
      (
        "a text with a control character", "a line break or another control character",
        "write line breaks in texts as \\n and tabs as \\t"
      )
    case .unknownEscape:
      (
        "an unknown escape", "not an escape of JSON",
        "escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits"
      )
    case .loneSurrogate:
      (
        "half of a character", "one of two surrogates",
        "write the character itself, or both halves (\\ud83d\\uddde)"
      )
    case .notUTF8: ("it is not UTF-8", "not UTF-8", "save the file as UTF-8")
    case .textBehindValue:
      ("there is more than one value", "behind the end", "put several values into a list")
    case .tooDeep:
      ("lists and maps are nested too deeply", "the 201st level", "nest at most 200 levels")
    case .tooLarge: ("it is too large", "no more room", "split the file")
    }
  }
}
