import Foundation
import NewsFormats
import TestSupport
import Testing

@Suite(.enabled(if: Nginx.path != nil, "nginx is not installed")) struct NginxTests {
  @Test func `nginx takes the maps as they are`() throws {
    let map = RedirectTests().map
    let folder = try TemporaryFolder([
      "nginx-redirects.map": written { map.writeNginxRedirects(into: &$0) },
      "nginx-gone.map": written { map.writeNginxGone(into: &$0) },
    ])
    try folder.write(Nginx.settings(in: folder.path), to: "nginx.conf")
    let (status, printed) = try Nginx.check(folder.path)
    #expect(status == 0, "\(printed)")
  }
}

/// The web server, asked only whether it understands its settings.
private enum Nginx {
  static let path = ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func settings(in folder: String) -> String {
    """
    pid \(folder)/pid;
    events {}
    http {
      access_log off;
      client_body_temp_path \(folder)/a; proxy_temp_path \(folder)/b;
      fastcgi_temp_path \(folder)/c; uwsgi_temp_path \(folder)/d; scgi_temp_path \(folder)/e;
      map_hash_bucket_size 1024;
      map $uri $moved { include nginx-redirects.map; }
      map $uri $gone { include nginx-gone.map; }
      server {
        listen 127.0.0.1:8099;
        if ($moved) { return 301 $moved; }
        if ($gone) { return 410; }
      }
    }

    """
  }

  static func check(_ folder: String) throws -> (status: Int32, printed: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "nginx")
    process.arguments = ["-t", "-e", "stderr", "-p", folder, "-c", "\(folder)/nginx.conf"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let printed = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: printed, as: UTF8.self))
  }
}
