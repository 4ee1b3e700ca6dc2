import sax from 'sax'
import { UnreadableFile } from '../import/import-file.ts'
import type { OnPiece } from './unzip-parts.ts'

/** What is told of an XML part: names without their prefixes. */
export type Telling = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads an XML part as it comes. Entities are those of XML alone: a part that declares its own is refused, and nothing is ever fetched.
 * Throws UnreadableFile while it is told of what is no XML.
 */
export const xmlParser = (telling: Telling): OnPiece => {
  const parser = sax.parser(true)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const refuse = (cause?: unknown): never => {
    throw new UnreadableFile('damaged', 'The workbook is damaged. Save it again.', cause)
  }
  parser.ondoctype = () => refuse()
  parser.onerror = refuse
  parser.onopentag = ({ name, attributes }) =>
    telling.open?.(local(name), attributes as Record<string, string>)
  parser.onclosetag = (name) => telling.close?.(local(name))
  parser.ontext = (text) => telling.text?.(text)
  parser.oncdata = (text) => telling.text?.(text)
  return (piece) => {
    let text: string
    try {
      text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (error) {
      return refuse(error)
    }
    parser.write(text)
    if (!piece) parser.close()
  }
}
