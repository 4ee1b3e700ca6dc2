import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RefusedFile } from '../refused-file.ts'
import { pdf, pdfWithFile, pdfWithScript, photo } from '../testing.ts'
import { remakePdf } from './pdf.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hansa-pdf-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const contentOf = async (bytes: Uint8Array): Promise<Buffer> => {
  const path = join(folder, 'sent')
  await writeFile(path, bytes)
  const [written] = await remakePdf(path, folder)
  return await readFile(join(folder, written?.file ?? ''))
}
/** Why a PDF is refused. */
const refusal = (bytes: Uint8Array) =>
  contentOf(bytes).then(
    () => 'accepted',
    (error: RefusedFile) => error.reason,
  )
const startOfJpeg = Buffer.from([0xff, 0xd8, 0xff])

describe('a PDF', () => {
  test('loses what it tells about itself, its earlier versions and the bytes around it', async () => {
    const sent = await pdf((document) => {
      document.context.register(document.context.stream('Secret Version'))
    })
    const kept = await contentOf(Buffer.concat([sent, Buffer.from('\n<html><script>alert(1)</script>')]))
    const document = await PDFDocument.load(kept, { updateMetadata: false })
    expect(document.getPageCount()).toBe(1)
    expect([document.getAuthor(), document.catalog.has(PDFName.of('Metadata'))]).toEqual([undefined, false])
    // Saved plainly, nothing hides in a compressed part.
    const plain = Buffer.from(await document.save({ useObjectStreams: false }))
    expect(plain.includes('Secret')).toBe(false)
    expect(kept.includes('<script>')).toBe(false)
  })

  test('loses where and by whom the photographs in it were taken', async () => {
    const picture = await photo()
    const sent = await pdf(async (document) => {
      const image = await document.embedJpg(picture)
      document.getPage(0).drawImage(image)
    })
    expect(sent.includes('Secret Artist')).toBe(true)
    const kept = await contentOf(sent)
    expect([kept.includes('Secret'), kept.includes(startOfJpeg)]).toEqual([false, true])
  })

  test('may begin at a page and lead to web addresses, and begins where its reader likes', async () => {
    const kept = await contentOf(
      await pdf((document) => {
        const { context, catalog } = document
        catalog.set(PDFName.of('OpenAction'), context.obj([document.getPage(0).ref, 'Fit']))
        const link = { S: 'URI', URI: PDFString.of('https://example.org/') }
        const note = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: link }
        document.getPage(0).node.set(PDFName.of('Annots'), context.obj([note]))
      }),
    )
    const document = await PDFDocument.load(kept)
    expect(document.catalog.has(PDFName.of('OpenAction'))).toBe(false)
    expect(document.getPage(0).node.Annots()?.size()).toBe(1)
  })

  const withAction = (action: object) => () =>
    pdf((document) => {
      const note = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action }
      document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([note]))
    })
  /** A PDF by hand, with a catalog and what else stands in it. */
  const written =
    (catalog: string, more = '') =>
    async () =>
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n${more}\ntrailer\n<< /Root 1 0 R /Size 9 >>\n%%EOF\n`,
      )

  test.each([
    ['that runs a script when it is opened', pdfWithScript],
    ['that carries another file', pdfWithFile],
    ['that starts a program', withAction({ S: 'Launch', F: PDFString.of('cmd.exe') })],
    ['that sends a form', withAction({ S: 'SubmitForm', F: PDFString.of('https://evil.example') })],
    ['that opens a file elsewhere', withAction({ S: 'GoToR', F: PDFString.of('//evil/share') })],
    ['with a script under a name in disguise', written('/OpenAction << /S /J#61vaScript /#4AS (x) >>')],
    [
      'with the kind of an action told elsewhere',
      written('/AA << /O << /S 9 0 R >> >>', '9 0 obj\n/Launch\nendobj'),
    ],
    ['with scripts by name', written('/Names << /JavaScript << /Names [] >> >>')],
  ])('%s is refused', async (_, make) => {
    expect(await refusal(await make())).toBe('active')
  })

  test('that is encrypted is refused', async () => {
    const sent = await pdf((document) => document.encrypt({ userPassword: 'x', ownerPassword: 'y' }))
    expect(await refusal(sent)).toBe('encrypted')
  })
})
