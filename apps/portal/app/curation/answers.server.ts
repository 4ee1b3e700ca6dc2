import { textOf } from '../account/submit.server.ts'

const answers = ['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const
const recommendations = ['PUBLISH', 'PUBLISH_AFTER_CHANGES', 'DO_NOT_PUBLISH'] as const

/** The answers to a checklist in a form whose fields are named `<name>-<key>` and `<name>-<key>-note`; the unanswered are left out. */
export function checksIn(form: FormData, name: string) {
  const keys = form.getAll(`${name}-keys`).filter((key) => typeof key === 'string')
  return keys.flatMap((item) => {
    const given = answers.find((each) => each === textOf(form, `${name}-${item}`))
    return given ? [{ item, answer: given, note: textOf(form, `${name}-${item}-note`) }] : []
  })
}

/** What a reviewer recommends; null while she does not say. */
export const recommendationIn = (form: FormData) =>
  recommendations.find((each) => each === textOf(form, 'recommendation')) ?? null

/** The time a form names as a day and an hour (UTC). What is none is sent as it is, and refused. */
export const timeIn = (form: FormData): string =>
  `${textOf(form, 'at')}T${textOf(form, 'hour') || '00:00'}:00Z`

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** A remark, with a wording of one's own where it is another than the one that is there. */
export function remarkIn(form: FormData) {
  const text = plain(textOf(form, 'suggestion'))
  const language = textOf(form, 'language')
  const isNew = text !== '' && text !== plain(textOf(form, 'now'))
  return {
    field: textOf(form, 'field'),
    text: textOf(form, 'text'),
    suggestion: isNew && language ? { language, text } : null,
  }
}
