import { join } from 'node:path'
import sharp from 'sharp'
import type { FileLimits } from '../file-limits.ts'
import type { FileType } from '../file-type.ts'
import { RefusedFile } from '../refused-file.ts'
import type { Written } from './verdict.ts'

/** How wide images are shown, in pixels. */
const widths = [480, 960, 1600]

// Of all the formats the library knows, only those taken are ever read: whatever else bytes pretend to be has no reader.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
})
sharp.cache(false)
sharp.concurrency(1)

/** The widths an image is made in: those below its own, and its own as far as it is shown. */
const widthsOf = (own: number): number[] => {
  const largest = Math.min(own, widths.at(-1) ?? own)
  return [...widths.filter((width) => width < largest), largest]
}

/**
 * Makes an image anew, in the widths pages show it, as it is to be seen: turned as its camera was held, and with nothing
 * but its pixels. What else was in the file (places, names, a second file behind it) is not in what is written.
 * @throws RefusedFile
 */
export const remakeImage = async (
  path: string,
  type: FileType,
  folder: string,
  limits: FileLimits,
): Promise<Written[]> => {
  // Only the header is read here.
  const { format, width, height } = await sharp(path, { limitInputPixels: false }).metadata()
  if (format !== type) throw new RefusedFile('type')
  if (width * height > limits.pixels || Math.max(width, height) > limits.side)
    throw new RefusedFile('too-many-pixels')
  const source = sharp(path, { failOn: 'error', limitInputPixels: limits.pixels })
  const largest = { width: widths.at(-1) ?? width, withoutEnlargement: true }
  const { data, info } = await source
    .autoOrient()
    .resize(largest)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const pixels = { width: info.width, height: info.height, channels: info.channels }
  const written: Written[] = []
  for (const [index, wanted] of widthsOf(info.width).entries()) {
    const file = `${index}.webp`
    const made = await sharp(data, { raw: pixels })
      .resize({ width: wanted })
      .webp({ quality: 82 })
      .toFile(join(folder, file))
    written.push({ file, width: made.width, height: made.height })
  }
  return written
}
