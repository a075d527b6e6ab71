import Testing

/// Texts that break formats, for every writer alike.
struct HostileText: CustomTestStringConvertible {
  let name: String
  let text: String
  var testDescription: String { name }

  static let all: [HostileText] = [
    .init(name: "end of CDATA", text: "a ]]> b ]]]]>> c"),
    .init(name: "start of CDATA", text: "<![CDATA[ a"),
    .init(name: "end of script", text: "</script><script>alert(1)</script>"),
    .init(name: "comment", text: "<!-- <script> --> --!>"),
    .init(name: "markup", text: "<b onclick=\"x\">tebal</b> 1 < 2 > 0"),
    .init(name: "ampersands", text: "AT&T & R&D &amp; &lt; &#60; &bogus;"),
    .init(name: "quotation marks", text: "\"ganda\" 'tunggal' “lengkung” `miring`"),
    .init(name: "backslashes", text: "C:\\n \\u003c \\"),
    .init(name: "line separators", text: "a\u{2028}b\u{2029}c"),
    .init(name: "bidi controls", text: "\u{200F}ایران\u{200E} \u{2067}x\u{2069} \u{061C}"),
    .init(name: "joiners", text: "می\u{200C}خواهم 👩\u{200D}👩\u{200D}👧 🇮🇩"),
    .init(name: "emoji", text: "🗞️ Kabar 🌏"),
    .init(name: "combining marks", text: "e\u{301} é ﷽"),
    .init(name: "line breaks", text: "satu\ndua\r\ntiga\tempat"),
    .init(name: "percent signs", text: "100% %3Cscript%3E %zz"),
    .init(name: "templates", text: "{{ title }} ${x} {% raw %}"),
    .init(name: "braces", text: "{[ ]},\":{["),
    .init(name: "entity declaration", text: "<!DOCTYPE x [<!ENTITY a \"b\">]>&a;"),
    .init(name: "processing instruction", text: "<?xml version=\"1.0\"?>"),
    .init(name: "private use and last characters", text: "\u{E000}\u{FFFD}\u{10FFFF}"),
  ]

  /// Characters that XML 1.0 has no way to write.
  static let illegal: [HostileText] = [
    .init(name: "vertical tab", text: "a\u{0B}b"),
    .init(name: "null", text: "a\u{0}b"),
    .init(name: "escape", text: "a\u{1B}[31mb"),
    .init(name: "noncharacters", text: "a\u{FFFE}b\u{FFFF}c"),
  ]
}
