/** A page as it is sent: its bytes, compressed or not, and the headers that are the page's own. */
export type KeptPage = { bytes: Uint8Array<ArrayBuffer>; headers: readonly (readonly [string, string])[] }

// What a page costs beside its bytes: its key, its headers and its place in the list.
const overhead = 1000

/** Pages by key, the least recently asked for given up first; holds no more than `mostBytes`. */
export class PageMemory {
  readonly #pages = new Map<string, KeptPage>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** The page of a key, which then counts as just asked for. */
  get(key: string): KeptPage | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  /** Keeps a page unless it alone is more than there is room for. */
  set(key: string, page: KeptPage): void {
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += sizeOf(key, page)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const page = this.#pages.get(key)
    if (page && this.#pages.delete(key)) this.#bytes -= sizeOf(key, page)
  }
}

function sizeOf(key: string, page: KeptPage): number {
  return page.bytes.byteLength + 2 * key.length + overhead
}
