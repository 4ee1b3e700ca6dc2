type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** A typed array that grows by half; `length` counts what is used. */
export class Growable<A extends Numbers> {
  array: A
  length: number
  readonly #make: (size: number) => A

  constructor(make: (size: number) => A, content?: A) {
    this.#make = make
    this.array = content ?? make(16)
    this.length = content?.length ?? 0
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = this.#make(Math.max(16, this.length + (this.length >>> 1)))
      larger.set(this.array)
      this.array = larger
    }
    this.array[this.length++] = value
  }

  at(index: number): number {
    return this.array[index] ?? 0
  }

  /** The used part. It is only ever added to, so that this may be read, or written to a file, while it grows. */
  content(): A {
    return this.array.subarray(0, this.length) as A
  }
}

export const uint8s = (size: number) => new Uint8Array(size)
export const uint32s = (size: number) => new Uint32Array(size)
export const float64s = (size: number) => new Float64Array(size)
