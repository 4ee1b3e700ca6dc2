import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { RefusedFile } from '../refused-file.ts'
import { withoutJpegMetadata } from './jpeg-metadata.ts'
import type { Written } from './verdict.ts'

/** Actions that run, send, open or play something. Going to a page or to a web address is none of them. */
const activeActions = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Rendition',
  'RichMediaExecute',
  'Movie',
  'Sound',
])

/** Entries that hold scripts, other files or media, wherever they stand. */
const activeKeys = new Set([
  'JS',
  'JavaScript',
  'EmbeddedFiles',
  'EmbeddedFile',
  'EF',
  'RF',
  'XFA',
  'RichMedia',
  'RichMediaContent',
])

/** Entries that tell about the document and draw nothing. */
const telling = ['Metadata', 'PieceInfo', 'LastModified', 'SpiderInfo'].map((key) => PDFName.of(key))

const nameAt = (dict: PDFDict, key: string): string | null => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : null
}

/** @throws RefusedFile for what runs, sends, plays, or carries other files */
const checkPassive = (dict: PDFDict): void => {
  const action = nameAt(dict, 'S')
  if (action !== null && activeActions.has(action)) throw new RefusedFile('active')
  const type = nameAt(dict, 'Type')
  if (type === 'EmbeddedFile') throw new RefusedFile('active')
  if (dict.keys().some((key) => activeKeys.has(key.decodeText()))) throw new RefusedFile('active')
}

const isJpeg = ({ dict }: PDFRawStream): boolean => {
  const filter = dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only === PDFName.of('DCTDecode')
}

const partsOf = (object: PDFObject): readonly PDFObject[] => {
  if (object instanceof PDFDict) return object.values()
  if (object instanceof PDFArray) return object.asArray()
  return object instanceof PDFStream ? object.dict.values() : []
}

const cleanObject = (object: PDFObject): void => {
  const dict = object instanceof PDFStream ? object.dict : object
  if (dict instanceof PDFDict) {
    checkPassive(dict)
    for (const key of telling) dict.delete(key)
  }
  if (object instanceof PDFRawStream && isJpeg(object))
    object.updateContents(withoutJpegMetadata(object.getContents()))
}

/** Cleans everything that the document leads to, and drops what it does not: earlier versions, and what hides in the file. */
const cleanReached = (context: PDFContext, root: PDFObject): void => {
  const reached = new Set<PDFRef>()
  const waiting: PDFObject[] = [root]
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (!(object instanceof PDFRef)) {
      cleanObject(object)
      waiting.push(...partsOf(object))
    } else if (!reached.has(object)) {
      reached.add(object)
      waiting.push(context.lookup(object) ?? PDFNull)
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}

/**
 * Writes a PDF anew: only what its pages lead to, without what tells about it. Bytes before, between and behind its objects
 * are not in what is written.
 * @throws RefusedFile for encrypted ones, and those that carry scripts, media or other files
 */
export const remakePdf = async (path: string, folder: string): Promise<Written[]> => {
  const document = await PDFDocument.load(await readFile(path), {
    ignoreEncryption: true,
    // An object that cannot be read would be copied as it is, and nobody would know what is in it.
    throwOnInvalidObject: true,
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    preserveXFA: true,
  })
  const { context } = document
  if (context.trailerInfo.Encrypt) throw new RefusedFile('encrypted')
  const { Root: root } = context.trailerInfo
  if (!root || document.getPageCount() === 0) throw new RefusedFile('broken')
  cleanReached(context, root)
  // Found harmless, or it would not have come this far; where to begin is the reader's choice all the same.
  document.catalog.delete(PDFName.of('OpenAction'))
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  const content = await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  const file = '0.pdf'
  await writeFile(join(folder, file), content)
  return [{ file, width: null, height: null }]
}
