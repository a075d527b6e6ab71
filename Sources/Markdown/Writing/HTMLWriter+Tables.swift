internal import Bytes

extension HTMLWriter {
  mutating func writeTable(_ table: TableLayout) {
    codeContext = .tableCode
    defer { codeContext = .verbatim }
    beginLine()
    output.append("<table>\n<thead>\n<tr>\n")
    for (index, cell) in table.head.enumerated() {
      writeCell(cell, table.alignments[index], isHead: true)
    }
    output.append("</tr>\n</thead>\n")
    if !table.rows.isEmpty { writeRows(of: table) }
    output.append("</table>\n")
  }

  private mutating func writeRows(of table: TableLayout) {
    let nothing = InlineSlice(first: nil, end: nil)
    output.append("<tbody>\n")
    for row in table.rows {
      output.append("<tr>\n")
      for index in table.head.indices {
        let cell = index < row.cells.count ? row.cells[index] : nothing
        writeCell(cell, table.alignments[index], isHead: false)
      }
      output.append("</tr>\n")
    }
    output.append("</tbody>\n")
  }

  /// Writes a cell; an empty cell of the head is no header, because it would name nothing.
  private mutating func writeCell(
    _ cell: InlineSlice, _ alignment: TableLayout.Alignment, isHead: Bool
  ) {
    let isHeader = isHead && !cell.isEmpty
    output.append(isHeader ? "<th scope=\"col\"" : "<td")
    switch alignment {
    case .unset: break
    case .start: output.append(" class=\"align-start\"")
    case .center: output.append(" class=\"align-center\"")
    case .end: output.append(" class=\"align-end\"")
    }
    output.append(">")
    writeInlines(cell)
    output.append(isHeader ? "</th>\n" : "</td>\n")
  }
}
