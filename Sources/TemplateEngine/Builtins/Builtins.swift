/// The lists of everything that the language itself offers.
enum Builtins {
  static let filters: [Builtin] =
    ValueFilters.all + StringFilters.all + LengthFilters.all + FormatFilter.all
    + EscapingFilters.all + NumberFilters.all + SequenceFilters.all + SelectionFilters.all
    + OrderingFilters.all + JSONFilters.all
  static let tests: [Builtin] = KindTests.all + ValueTests.all
  static let functions: [Builtin] = GlobalFunctions.all
  static let methods: [Registry.Method] = StringMethods.all + MapMethods.all + CyclerMethods.all
}
