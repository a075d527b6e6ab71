/// Places in templates and values that try to break out of them.
///
/// The values are of the classes of the OWASP cheat sheet on filter evasion: ends of elements,
/// attributes and strings, schemes in every disguise, encodings, comments, style sheets.
enum Attack {
  /// Templates with the value `x`.
  static let places = [
    "<p>{{ x }}</p>", "<p title=\"{{ x }}\">", "<p title='{{ x }}'>", "<p title={{ x }} id=b>",
    "<p title=a{{ x }}b id=b>", "<title>{{ x }}</title>", "<textarea>{{ x }}</textarea>",
    "<!-- {{ x }} --><b>", "<a href=\"{{ x }}\">", "<a href='{{ x }}'>", "<a href={{ x }} id=b>",
    "<a href=\"/{{ x }}\">", "<a href=\"?q={{ x }}\">", "<a href=\"{{ x }}{{ x }}\">",
    "<img src=\"{{ x }}\" srcset=\"{{ x }} 2x\">",
    "<form action='{{ x }}'><button formaction={{ x }}>",
    "<svg><set attributeName=href to=\"{{ x }}\"/></svg>", "<p onclick=\"f({{ x }})\">",
    "<p onclick='f(\"{{ x }}\")'>", "<p onclick=\"f('{{ x }}')\">", "<script>a = {{ x }};</script>",
    "<script>a = \"{{ x }}\";</script>", "<script>a = '{{ x }}';</script>",
    "<script>a = `{{ x }}`;</script>", "<script>a = /{{ x }}/;</script>",
    "<script type=\"application/json\">{\"a\": {{ x }}, \"b\": \"{{ x }}\"}</script>",
    "<style>a { color: {{ x }} }</style>", "<style>a { content: \"{{ x }}\" }</style>",
    "<style>a { background: url(\"{{ x }}\") }</style>", "<p style=\"color: {{ x }}\">",
    "<p style=\"background: url('{{ x }}')\">", "<iframe srcdoc=\"{{ x }}\"></iframe>",
    "{% set b %}<b>{{ x }}</b>{% endset %}<p title=\"{{ b }}\" class='{{ b }}'>",
    "{% macro m(v) %}{{ v }}{% endmacro %}<a href=\"{{ m(x) }}\" title='{{ m(x) }}'>{{ m(x) }}</a>",
  ]

  static let payloads: [String] =
    markup + attributes + schemes + strings + styles + encodings
    + schemes.map { $0.uppercased() } + schemes.map { " \($0)" } + strings.map { "\\\($0)" }

  private static let markup = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)>", "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>", "--><script>alert(1)</script>", "--!><img src=x>",
    "<!--", "-->", "]]><script>", "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>",
    "<<script>alert(1);//<</script>", "<scr<script>ipt>", "</style><script>alert(1)</script>",
    "<math><a xlink:href=javascript:alert(1)>", "<details open ontoggle=alert(1)>",
    "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
    "<link rel=stylesheet href=//evil.example>", "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>", "<form><button formaction=javascript:alert(1)>x",
    "<a href=javascript:alert(1)>", "<template><script>alert(1)</script></template>", "</p><p>",
    "<\u{0}script>alert(1)</script>", "<script\u{0C}>alert(1)</script>", "<x onclick=alert(1)>",
  ]
  private static let attributes = [
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", " onmouseover=alert(1) ",
    "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "><script>alert(1)</script>",
    "` onmouseover=alert(1)", "/onmouseover=alert(1)", "\tonfocus=alert(1)\tautofocus",
    "\nonfocus=alert(1)\nautofocus", "\u{0C}onfocus=alert(1)", "a=b", "\"", "'", "`", ">", "=",
    "\" style=\"background:url(javascript:alert(1))", "\"/><img src=x onerror=alert(1)>",
    "x\" autofocus onfocus=alert(1) y=\"", "&quot; onmouseover=alert(1)", "&#34; onclick=alert(1)",
    "\\\" onclick=alert(1)", "' style='x", "\" srcdoc=\"<script>",
  ]
  private static let schemes = [
    "javascript:alert(1)", "javascript:alert(1)//http://a", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "java\rscript:alert(1)", "\u{01}javascript:alert(1)",
    "javascript\t:alert(1)", "javascript\n:alert(1)", "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
    "livescript:x", "feed:javascript:alert(1)", "view-source:javascript:alert(1)",
    "blob:https://a.example/x", "file:///etc/passwd", "jar:javascript:alert(1)!/",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)", "j&#97;vascript:alert(1)", "javascript://%0aalert(1)",
    "/a, javascript:alert(1) 2x", "mocha:alert(1)", "\u{FEFF}javascript:alert(1)",
  ]
  private static let strings = [
    "\";alert(1)//", "';alert(1)//", "`;alert(1)//", "${alert(1)}", "`${alert(1)}`",
    "\\\";alert(1)//",
    "\\';alert(1)//", "\\", "\nalert(1)", "\ralert(1)", "\u{2028}alert(1)", "\u{2029}alert(1)",
    "*/alert(1)/*", "//", "/;alert(1)//", "]/;alert(1)//", "<!--", "<!--<script>", "</script",
    "\"+alert(1)+\"", "'-alert(1)-'", "\");alert(1);(\"", "'});alert(1);({'", "__proto__",
  ]
  private static let styles = [
    "red;background:url(javascript:alert(1))", "expression(alert(1))", "exp/**/ression(alert(1))",
    "url(javascript:alert(1))", "url(//evil.example)", "}body{background:red", "\\65xpression(1)",
    "-moz-binding:url(//evil.example)", "@import '//evil.example'", "red}</style><script>",
    "\";}*{background:red", "');background:red;a:url('", "/* ", "*/", "behavior:url(x)",
  ]
  private static let encodings = [
    "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003e", "\\x3cscript\\x3e",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "+ADw-script+AD4-", "＜script＞", "‮javascript:alert(1)",
    "\u{202E}\"onclick=alert(1)", "&#x3C;script&#x3E;", "&#0000060script", "%22%20onclick=alert(1)",
    "%0ajavascript:alert(1)", "ﾊ", "\u{FFFD}", "",
  ]
}
