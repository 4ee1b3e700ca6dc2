/** What is taken, as the bytes show it. */
export const fileTypes = ['jpeg', 'png', 'webp', 'pdf'] as const
export type FileType = (typeof fileTypes)[number]

/** As many bytes of a file tell its type. */
export const headBytes = 16

const ascii = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0))

/** Bytes at places from the beginning. Nothing may stand before them: what hides in front of a PDF is something else. */
const signatures: Readonly<Record<FileType, readonly { at: number; bytes: readonly number[] }[]>> = {
  jpeg: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  png: [{ at: 0, bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] }],
  webp: [
    { at: 0, bytes: ascii('RIFF') },
    { at: 8, bytes: ascii('WEBP') },
  ],
  pdf: [{ at: 0, bytes: ascii('%PDF-') }],
}

/** The type of a file by its first bytes; null for everything that is not taken. Neither name nor header is asked. */
export const sniffType = (head: Uint8Array): FileType | null =>
  fileTypes.find((type) =>
    signatures[type].every(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte)),
  ) ?? null
