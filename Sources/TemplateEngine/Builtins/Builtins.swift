/// The lists of everything that the language itself offers.
enum Builtins {
  static var filters: [Builtin] { StringFilters.all }
  static var tests: [Builtin] { [] }
  static var functions: [Builtin] { [] }
  static var methods: [Registry.Method] { [] }
}
