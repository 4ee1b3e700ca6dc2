/** A part of a file: first and last byte, both included. */
export type ByteRange = { start: number; end: number }

/**
 * Keeps files under the SHA-256 of what is in them, so that the same content is kept once and never changes under its name.
 * What refers to a file is somebody else's business: whoever removes one has made sure that nothing does.
 */
export type FileStore = {
  /** Keeps a file. On return it is there whole, and stays after a crash; keeping what is there already changes nothing. */
  put(sha256: string, content: Uint8Array): Promise<void>
  /** The file or a part of it; null when it is not there. */
  get(sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>
  /** Removes a file; one that is not there is as good. */
  remove(sha256: string): Promise<void>
}

/** Lets only a SHA-256 in hexadecimal be the name of a file, whoever asks: nothing else becomes part of a path. */
export const checkSha256 = (sha256: string): string => {
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256
  throw new Error('a file in the store has a SHA-256 for a name')
}
