/// 64 bits that tell whether bytes are still what they were: a multiplication and a shift for each word of eight bytes, in the
/// manner of Appleby's MurmurHash, and for each byte that is left. Any change within one word changes them. They guard
/// against accidents, not against anybody's intent, and keep up with the disk, which SHA-256 does not.
public func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  var hash = UInt64(bytes.count)
  func take(_ word: UInt64) {
    hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
  }
  let words = bytes.count / 8
  for word in 0..<words {
    take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)))
  }
  for byte in bytes[(8 * words)...] { take(UInt64(byte)) }
  return hash
}
