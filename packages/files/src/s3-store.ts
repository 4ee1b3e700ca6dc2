import { Unavailable } from '@hansa/domain/errors'
import { S3mini, S3ServiceError } from 's3mini'
import { checkSha256, type FileStore } from './file-store.ts'

/** Where a bucket is and with what it is opened. */
export type S3Options = {
  /** Address of the bucket, path style: `https://s3.example.org/hansa`. */
  url: string
  region: string
  keyId: string
  secret: string
}

const longestMs = 30_000

/** Keeps files in a bucket of a server that speaks S3. */
export const openS3Store = ({ url, region, keyId, secret }: S3Options): FileStore => {
  const bucket = new S3mini({
    endpoint: url,
    region,
    accessKeyId: keyId,
    secretAccessKey: secret,
    requestAbortTimeout: longestMs,
  })
  const keyOf = (sha256: string) => `files/${checkSha256(sha256)}`
  /** A server that fails is a part of ours that does not answer; what it says is for the log. */
  const ask = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof S3ServiceError && error.status === 404) return null
      throw new Unavailable('The store of files does not answer as it should.', { cause: error })
    }
  }
  return {
    async put(sha256, content) {
      const key = keyOf(sha256)
      const kept = await ask(() => bucket.putObject(key, content, 'application/octet-stream'))
      if (!kept) throw new Unavailable('The store of files has no such bucket.')
    },
    async get(sha256, range) {
      const key = keyOf(sha256)
      const answer = await ask(() =>
        // The client counts to the byte behind the last.
        range ? bucket.getObjectRaw(key, false, range.start, range.end + 1) : bucket.getObjectRaw(key),
      )
      return answer?.body ?? null
    },
    async remove(sha256) {
      const key = keyOf(sha256)
      await ask(() => bucket.deleteObject(key))
    },
  }
}
