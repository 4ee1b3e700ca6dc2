import { RefusedFile } from '../refused-file.ts'
import type { Job, Verdict, Written } from './verdict.ts'

/*
 * The process that reads one file of a stranger and ends. Whatever the file does to the libraries that read it happens here:
 * the process knows no secret, may write to one folder only, and is ended when it takes too long or too much. It loads what
 * it needs and no more, because somebody waits for it.
 */

const remake = async ({ path, type, folder, limits }: Job): Promise<Written[]> => {
  // Each library takes a while to start, and one file needs one of them.
  if (type === 'pdf') return await (await import('./pdf.ts')).remakePdf(path, folder)
  return await (await import('./image.ts')).remakeImage(path, type, folder, limits)
}

const run = async (job: string): Promise<Verdict> => {
  try {
    // Written by the process that started this one, of this very code.
    return { written: await remake(JSON.parse(job) as Job) }
  } catch (error) {
    // What the libraries cannot read is damaged, however they put it.
    return { refused: error instanceof RefusedFile ? error.reason : 'broken' }
  }
}

process.stdout.write(JSON.stringify(await run(process.argv[2] ?? '')))
