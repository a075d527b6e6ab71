extension YAMLTree {
  /// The whole tree as plain data, typed as `DataValue` says.
  package var dataValue: DataValue { .none }
}
