internal import Bytes
internal import FileTree
internal import SiteModel

/// Looks at files that are published as they are: how large a picture is, and which bytes it has.
struct PictureLoader: Sendable {
  let root: String
  let disk: Disk
  let memory: SourceMemory

  /// What the file at `path` is; one with the stamp that is remembered is not read.
  func load(
    _ path: String, _ stamp: FileStamp
  ) throws(DiskError) -> (picture: PictureFile, source: SourceLog.Entry) {
    let identity = Fingerprint.identity(of: path)
    if let known = memory.known(identity), known.record.stamp == stamp {
      let entry = SourceLog.Entry(record: known.record, kept: known.number)
      return (PictureFile(path, stamp, known.record.size), entry)
    }
    let bytes = try read(path, size: stamp.size)
    var hash = Fingerprint(of: bytes)
    hash.combine(Fingerprint(low: UInt64(stamp.size), high: 0))
    var record = memory.record(identity, stamp, hash: hash)
    record.size = size(bytes)
    return (PictureFile(path, stamp, record.size), SourceLog.Entry(record: record))
  }

  /// 64 KiB hold the header of every picture but a JPEG with a huge profile.
  private static let headLength = 1 << 16

  /// A file too large to be read at once is known by its size and its beginning.
  private func read(_ path: String, size: Int64) throws(DiskError) -> [UInt8] {
    size > Disk.largestFile
      ? try disk.read(root + "/" + path, limit: Self.headLength) : try disk.read(root + "/" + path)
  }

  private func size(_ bytes: [UInt8]) -> SourceRecord.PictureSize {
    guard let header = ImageHeader(Array(bytes.prefix(Self.headLength))) else { return .init() }
    return .init(
      width: UInt32(clamping: header.width), height: UInt32(clamping: header.height),
      format: UInt32((ImageHeader.Format.allCases.firstIndex(of: header.format) ?? 0) + 1))
  }
}

extension PictureFile {
  fileprivate init(_ path: String, _ stamp: FileStamp, _ size: SourceRecord.PictureSize) {
    let isKnown = size.format > 0
    self.init(
      path: path, width: isKnown ? Int(size.width) : nil, height: isKnown ? Int(size.height) : nil,
      mediaType: isKnown ? ImageHeader.Format.allCases[Int(size.format) - 1].mediaType : nil,
      size: Int(stamp.size))
  }
}
