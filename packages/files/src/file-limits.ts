import type { FileType } from './file-type.ts'

/** What one file may be and cost. */
export type FileLimits = {
  imageBytes: number
  pdfBytes: number
  /** Width times height of an image. */
  pixels: number
  /** Longest side of an image: that of a WebP. */
  side: number
  /** Longest time the reading of a file may take, in milliseconds. */
  ms: number
  /** Most memory the reading of a file may take, in megabytes. */
  memoryMb: number
}

export const defaultFileLimits: FileLimits = {
  imageBytes: 10_000_000,
  pdfBytes: 20_000_000,
  pixels: 60_000_000,
  side: 16_383,
  ms: 30_000,
  memoryMb: 700,
}

/** Most bytes a file of a type may have. */
export const bytesAllowed = (limits: FileLimits, type: FileType): number =>
  type === 'pdf' ? limits.pdfBytes : limits.imageBytes
