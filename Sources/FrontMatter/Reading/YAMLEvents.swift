internal import CLibYAML

/// Where libyaml stands in its input; it counts Unicode scalars, not bytes.
struct YAMLMark: Hashable {
  var index: Int
  var line: Int

  init(_ mark: yaml_mark_t) {
    index = Int(mark.index)
    line = Int(mark.line)
  }
}

/// Why libyaml stopped.
struct YAMLFault: Error {
  /// libyaml's own words, which tell the cases apart and are never shown.
  var problem: String
  var mark: YAMLMark
  /// Where the construct began that could not be finished.
  var contextMark: YAMLMark?
}

/// Drives libyaml over some bytes and tells a builder what it sees.
///
/// Contract of the unsafe code below; nothing else of the project touches libyaml:
/// 1. The parser lives in memory of its own from `yaml_parser_initialize` to
///    `yaml_parser_delete`, both in `run`, and its address never changes between them.
/// 2. The input outlives the parser: it is lent for the call of `run`.
/// 3. Every event that `yaml_parser_parse` fills is deleted once, after the builder has copied
///    what it needs; no pointer into an event leaves the call that receives it.
@safe
enum YAMLEvents {
  /// Parses `input` to its end, or to the first thing that is not YAML or that `builder` refuses.
  static func run(
    _ input: UnsafeBufferPointer<UInt8>, into builder: inout YAMLTreeBuilder
  ) -> YAMLFault? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    // Invariant 1.
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      return YAMLFault(problem: "out of memory", mark: YAMLMark(yaml_mark_t()), contextMark: nil)
    }
    defer { unsafe yaml_parser_delete(parser) }
    // Invariant 2.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    var event = unsafe yaml_event_t()
    while true {
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { return unsafe fault(of: parser) }
      // Invariant 3.
      defer { unsafe yaml_event_delete(&event) }
      guard unsafe deliver(event, to: &builder) else { return nil }
    }
  }

  /// Hands one event to the builder; false when there is nothing more to read.
  private static func deliver(_ event: yaml_event_t, to builder: inout YAMLTreeBuilder) -> Bool {
    let start = unsafe YAMLMark(event.start_mark)
    let end = unsafe YAMLMark(event.end_mark)
    // Invariant 3: the union's member is the one that the type names.
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      unsafe note(anchor: scalar.anchor, tag: scalar.tag, from: start, in: &builder)
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      unsafe builder.scalar(
        UnsafeBufferPointer(start: scalar.value, count: scalar.length),
        isPlain: isPlain, from: start, to: end)
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe event.data.sequence_start
      unsafe note(anchor: data.anchor, tag: data.tag, from: start, in: &builder)
      builder.open(.sequence, from: start, to: end)
    case YAML_MAPPING_START_EVENT:
      let data = unsafe event.data.mapping_start
      unsafe note(anchor: data.anchor, tag: data.tag, from: start, in: &builder)
      builder.open(.mapping, from: start, to: end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      builder.close(to: end)
    case YAML_ALIAS_EVENT:
      builder.alias(from: start, to: end)
    case YAML_DOCUMENT_START_EVENT:
      let data = unsafe event.data.document_start
      let hasDirectives =
        unsafe data.version_directive != nil || data.tag_directives.start != data.tag_directives.end
      builder.document(from: start, to: end, hasDirectives: hasDirectives)
    case YAML_STREAM_END_EVENT:
      return false
    default: break
    }
    return builder.goesOn
  }

  private static func note(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    from start: YAMLMark, in builder: inout YAMLTreeBuilder
  ) {
    // Invariant 3: both are texts of the event, ended by a zero, and are copied.
    if let anchor = unsafe anchor { unsafe builder.anchor(String(cString: anchor), from: start) }
    if let tag = unsafe tag { unsafe builder.tag(String(cString: tag), from: start) }
  }

  private static func fault(of parser: UnsafeMutablePointer<yaml_parser_t>) -> YAMLFault {
    // Invariant 1; `problem` is a literal of libyaml or nothing.
    let problem =
      unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
    var mark = unsafe YAMLMark(parser.pointee.problem_mark)
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      mark.index = unsafe YAMLMark(parser.pointee.mark).index
    }
    let hasContext = unsafe parser.pointee.context != nil
    return YAMLFault(
      problem: problem, mark: mark,
      contextMark: hasContext ? unsafe YAMLMark(parser.pointee.context_mark) : nil)
  }
}
