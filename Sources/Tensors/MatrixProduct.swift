import COpenBLAS

/// Whether a matrix enters a product as it lies or transposed.
public enum Orientation: Sendable {
  /// As it lies.
  case plain
  /// Rows and columns exchanged.
  case transposed
}

/// OpenBLAS, as this package uses it: on one thread, since the work is parallel over images (Parallel.swift).
public enum BLAS {
  /// The kernel set that OpenBLAS chose for this processor, or that `OPENBLAS_CORETYPE` demanded.
  public static var kernels: String {
    prepare()
    return String(cString: openblas_get_corename())
  }

  /// OpenBLAS's version, where it tells: the second word of what it says of how it was built.
  public static var version: String? {
    let words = String(cString: openblas_get_config()).split(separator: " ")
    return words.count > 1 && words[0] == "OpenBLAS" ? String(words[1]) : nil
  }

  /// Sets OpenBLAS to `count` threads: 1 at the start; more only where nothing else runs beside it.
  public static func setThreads(_ count: Int) {
    prepare()
    openblas_set_num_threads(Int32(count))
  }

  private static let pinned: Void = openblas_set_num_threads(1)

  @inline(__always)
  static func prepare() { _ = pinned }
}

/// C ← A·B + β·C on row-major matrices (where β is 0, C may be uninitialised): A is `rows` x `inner` and B is `inner` x `columns`, after their
/// orientation is applied. Strides are the distances between rows as the matrices lie in memory.
@inline(__always)
public func multiply(
  _ a: UnsafePointer<Float>, _ orientationOfA: Orientation = .plain, strideOfA: Int,
  _ b: UnsafePointer<Float>, _ orientationOfB: Orientation = .plain, strideOfB: Int,
  into c: UnsafeMutablePointer<Float>, strideOfC: Int,
  rows: Int, inner: Int, columns: Int, adding beta: Float = 0
) {
  guard rows > 0, columns > 0 else { return }
  BLAS.prepare()
  cblas_sgemm(
    CblasRowMajor,
    orientationOfA == .plain ? CblasNoTrans : CblasTrans,
    orientationOfB == .plain ? CblasNoTrans : CblasTrans,
    Int32(rows), Int32(columns), Int32(inner), 1, a, Int32(max(1, strideOfA)), b, Int32(max(1, strideOfB)),
    beta,
    c, Int32(strideOfC))
}

/// B ← Aᵀ for a matrix of `rows` x `columns`.
func transpose(
  _ a: UnsafePointer<Float>, rows: Int, columns: Int, into b: UnsafeMutablePointer<Float>
) {
  BLAS.prepare()
  cblas_somatcopy(
    CblasRowMajor, CblasTrans, blasint(rows), blasint(columns), 1, a, blasint(columns), b, blasint(rows))
}

extension Tensor {
  /// The product of two matrices, each as it lies or transposed: `[rows, inner] x [inner, columns]`.
  public static func product(
    _ a: Tensor, _ orientationOfA: Orientation = .plain, _ b: Tensor, _ orientationOfB: Orientation = .plain
  ) -> Tensor {
    precondition(a.shape.count == 2 && b.shape.count == 2, "a product needs two matrices")
    let (rows, inner) = orientationOfA == .plain ? (a.shape[0], a.shape[1]) : (a.shape[1], a.shape[0])
    let (innerOfB, columns) = orientationOfB == .plain ? (b.shape[0], b.shape[1]) : (b.shape[1], b.shape[0])
    precondition(inner == innerOfB, "\(a.shape) and \(b.shape) do not fit in a product")
    var result = Tensor(uninitialized: [rows, columns])
    result.withUnsafeMutableValues { c in
      a.withUnsafeValues { a0 in
        b.withUnsafeValues { b0 in
          multiply(
            a0, orientationOfA, strideOfA: a.shape[1], b0, orientationOfB, strideOfB: b.shape[1], into: c,
            strideOfC: columns, rows: rows, inner: inner, columns: columns)
        }
      }
    }
    return result
  }
}
