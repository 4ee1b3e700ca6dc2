import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { InvalidInput } from '@hansa/domain/errors'
import { RefusedFile } from '@hansa/files'

/**
 * Most bytes of a form. A file that is too large is refused long before, but the rest of it is read and forgotten up to here:
 * a browser listens only when it has said everything.
 */
const mostBytes = 100_000_000

/** What stands around files in forms: few small parts, of which one is the file. */
const limits = { fields: 8, fieldSize: 2000, files: 1, parts: 9, headerPairs: 20 }

const malformed = (): InvalidInput =>
  new InvalidInput([{ field: 'file', message: 'is missing: send one file as multipart/form-data' }])

/** Lets so many bytes through, and fails at the next. */
const counting = (): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) done(new RefusedFile('too-large'))
      else done(null, chunk)
    },
  })
}

const parserOf = (contentType: string): BusboyInstance => {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits })
  } catch {
    throw malformed()
  }
}

/**
 * Reads a form with one file in the part `file`, as it comes.
 * @param take gets the file's name and content; when it fails the rest is read and forgotten, so that the browser hears the answer
 * @throws InvalidInput for what is no such form, and whatever `take` throws
 */
export const readUploadForm = async <T>(
  request: Request,
  take: (name: string, content: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> => {
  const parser = parserOf(request.headers.get('Content-Type') ?? '')
  if (!request.body || Number(request.headers.get('Content-Length')) > mostBytes)
    throw request.body ? new RefusedFile('too-large') : malformed()
  const forms: { stream: BusboyFileStream; taken: Promise<T> }[] = []
  parser.on('file', (field: string, stream: BusboyFileStream, name: string | undefined) => {
    // Fails only when the whole form does, which is told below.
    stream.on('error', () => undefined)
    if (field !== 'file') return stream.resume()
    // The parser waits for whoever reads: a stream that nobody reads on must flow by itself.
    const taken = take(name ?? '', stream.iterator({ destroyOnReturn: false }))
    taken.catch(() => stream.resume())
    forms.push({ stream, taken })
  })
  // Node and the library of the language type the same streams differently.
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  const failure = await pipeline(body, counting(), parser).then(
    () => null,
    (error: unknown) => ({ error }),
  )
  const [form] = forms
  if (failure) {
    form?.stream.destroy(new Error('the form ended half-way'))
    await form?.taken.catch(() => undefined)
    throw failure.error instanceof RefusedFile ? failure.error : malformed()
  }
  if (!form) throw malformed()
  return await form.taken
}
