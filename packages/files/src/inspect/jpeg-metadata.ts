/** Segments of a JPEG that tell about it and draw nothing: EXIF and XMP, Photoshop and IPTC, comments. */
const telling = new Set([0xe1, 0xed, 0xfe])
const startOfScan = 0xda

/** A JPEG without what it tells about where, when and by whom it was made; what is not a JPEG stays as it is. */
export const withoutJpegMetadata = (jpeg: Uint8Array): Uint8Array => {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let at = 2
  while (jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    if (marker === startOfScan) break
    const end = at + 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0)
    if (end > jpeg.byteLength || end < at + 4) return jpeg
    if (!telling.has(marker)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, jpeg.subarray(at)])
}
