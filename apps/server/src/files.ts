import { join } from 'node:path'
import { type FileStore, type Files, openFiles, openFolderStore, openS3Store } from '@hansa/files'
import type { Env } from './env.ts'

function storeOf(env: Env): FileStore {
  const { FILES_S3_URL: url, FILES_S3_KEY: keyId, FILES_S3_SECRET: secret, FILES_S3_REGION: region } = env
  if (url && keyId && secret) return openS3Store({ url, region, keyId, secret })
  return openFolderStore(join(env.DATA_DIR, 'files'))
}

/** Opens what takes images and PDFs: they are kept in a bucket, or else in the data folder. */
export async function openFilesOf(env: Env): Promise<Files> {
  return await openFiles({ store: storeOf(env), incoming: join(env.DATA_DIR, 'incoming') })
}
