/// 64 bits that tell whether bytes are still what they were: the FNV-1a hash (Fowler, Noll, Vo) over words of eight bytes,
/// and over the bytes that are left. Any change within one word changes it. It guards against accidents, not against
/// anybody's intent, and keeps up with the disk, which SHA-256 does not.
public func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  let prime: UInt64 = 0x100_0000_01b3
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  let words = bytes.count / 8
  for word in 0..<words {
    hash =
      (hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))) &* prime
  }
  for byte in bytes[(8 * words)...] { hash = (hash ^ UInt64(byte)) &* prime }
  return hash
}
