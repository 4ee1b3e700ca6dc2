import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'

/* Files as people send them, made on the spot. */

type Size = { width: number; height: number }

const picture = ({ width, height }: Size) =>
  sharp({ create: { width, height, channels: 3, background: '#7a9cc6' } })

/** A JPEG as a telephone makes it: held upright, with where it was taken and by whom. */
export const photo = async ({ width, height }: Size = { width: 1200, height: 800 }): Promise<Buffer> =>
  await picture({ width, height })
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Secret Artist' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 36/1 0/1' },
    })
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">Secret Place</x:xmpmeta><?xpacket end="w"?>',
    )
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const png = async (size: Size = { width: 300, height: 200 }): Promise<Buffer> =>
  await picture(size).png().toBuffer()

export const webp = async (size: Size = { width: 300, height: 200 }): Promise<Buffer> =>
  await picture(size).webp().toBuffer()

const chunkOf = (type: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type), content])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(content.byteLength, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

/** A PNG of a few kilobytes that unfolds to a whole wall of black. */
export const bomb = (side = 10_000): Buffer => {
  const header = Buffer.from([...Array(8).fill(0), 1, 0, 0, 0, 0])
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunkOf('IHDR', header), chunkOf('IDAT', rows), chunkOf('IEND', Buffer.of())]
  return Buffer.concat([start, ...chunks])
}

/** A PDF of one page with an author; `change` makes it worse. */
export const pdf = async (change: (document: PDFDocument) => void | Promise<void> = () => undefined) => {
  const document = await PDFDocument.create()
  document.addPage([300, 300]).drawText('Good practice')
  document.setAuthor('Secret Author')
  document.context.trailerInfo.ID = document.context.obj([PDFHexString.fromText('Secret Id')])
  const xmp = document.context.stream('<x:xmpmeta>Secret Metadata</x:xmpmeta>', {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp))
  await change(document)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A PDF that runs a script when it is opened. */
export const pdfWithScript = async (): Promise<Buffer> =>
  await pdf((document) => {
    const action = document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
    document.catalog.set(PDFName.of('OpenAction'), document.context.register(action))
  })

/** A PDF that carries another file. */
export const pdfWithFile = async (): Promise<Buffer> =>
  await pdf(async (document) => {
    await document.attach(Buffer.from('MZ'), 'run.exe')
  })

/** A stream of bytes in pieces, as a browser sends them. */
export const inPieces = async function* (bytes: Uint8Array, size = 16_384): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
