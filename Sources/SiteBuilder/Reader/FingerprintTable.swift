internal import Bytes

/// Fingerprints by 64-bit identities; 0 stands for what is not there.
struct FingerprintTable: Sendable {
  private var places = IdentityTable()
  private var fingerprints: [UInt64] = []

  init() {}

  subscript(identity: UInt64) -> UInt64 {
    get { places[identity].map { fingerprints[Int($0)] } ?? 0 }
    set {
      if let place = places.insert(identity, UInt32(fingerprints.count)) {
        fingerprints[Int(place)] = newValue
      } else {
        fingerprints.append(newValue)
      }
    }
  }
}
