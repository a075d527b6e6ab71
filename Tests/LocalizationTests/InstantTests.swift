import Testing

import Bytes
import Localization

/// The instant in RFC 3339 and UTC.
func utc(_ instant: Instant) -> String {
  var buffer = ByteBuffer()
  buffer.append(rfc3339: instant, offset: 0)
  return buffer.string()
}

struct InstantTests {
  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
    (1_726_717_260, 25_200, "2024-09-19T10:41:00+07:00", "Thu, 19 Sep 2024 10:41:00 +0700"),
    (1_726_717_260, 12_600, "2024-09-19T07:11:00+03:30", "Thu, 19 Sep 2024 07:11:00 +0330"),
    (1_726_717_260, -12_600, "2024-09-19T00:11:00-03:30", "Thu, 19 Sep 2024 00:11:00 -0330"),
    (-1, 0, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
  ])
  func `feeds and pages get the form that programs read`(
    seconds: Int64, offset: Int, rfc3339: String, rfc822: String
  ) {
    var buffer = ByteBuffer()
    buffer.append(rfc3339: Instant(seconds: seconds), offset: offset)
    #expect(buffer.string() == rfc3339)
    buffer.removeAll()
    buffer.append(rfc822: Instant(seconds: seconds), offset: offset)
    #expect(buffer.string() == rfc822)
  }
}
