import { closeSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']
type Options = Parameters<Init>[1]
/** The part of Emscripten's file system that we reach into; pinned by the exact version and the test that counts. */
type NodeStream = { nfd?: number; node: unknown }
type Internals = {
  FS: { ErrnoError: new (errno: number) => Error }
  NODEFS: { stream_ops: { fsync?: (s: NodeStream) => number }; realPath(node: unknown): string }
}

const EIO = 29 // Emscripten's number for "input/output error"

/**
 * PGlite's file system with a real fsync. The original has none, so a power cut could lose acknowledged commits
 * and write data files back before their log. `count()` tells how many were made.
 */
export class DurableNodeFS extends NodeFS {
  #fsyncs = 0

  count(): number {
    return this.#fsyncs
  }

  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const made = await super.init(pg, options)
    const install = (module: unknown) => this.#install(module as Internals)
    const emscriptenOpts: Options = { ...made.emscriptenOpts }
    emscriptenOpts.preRun = [...(emscriptenOpts.preRun ?? []), install]
    return { emscriptenOpts }
  }

  #install({ FS, NODEFS }: Internals): void {
    NODEFS.stream_ops.fsync = (stream) => {
      try {
        // Emscripten opens no descriptor for a directory, and PostgreSQL syncs directories after a rename.
        if (stream.nfd === undefined) syncPath(NODEFS.realPath(stream.node))
        else fsyncSync(stream.nfd)
      } catch {
        throw new FS.ErrnoError(EIO)
      }
      this.#fsyncs += 1
      return 0
    }
  }
}

/** Makes one file or folder durable. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
