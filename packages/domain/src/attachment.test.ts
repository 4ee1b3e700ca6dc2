import { describe, expect, test } from 'vitest'
import { AttachmentChange, cleanFileName } from './attachment.ts'
import { InvalidInput } from './errors.ts'
import { parse } from './parse.ts'

describe('the name of a file', () => {
  test.each([
    ['Plan Einstein.pdf', 'Plan Einstein.pdf'],
    ['Żółć łódź.PNG', 'Żółć łódź.PNG'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\anna\\photo.jpg', 'photo.jpg'],
    ['a\u0000b\r\nSet-Cookie: x\u2028.jpg', 'abSet-Cookie x.jpg'],
    ['gpj.\u202Eexe.jpg', 'gpj.exe.jpg'],
    ['\u200B\uFEFF.jpg', 'jpg'],
    ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1) .png'],
    ['..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['\uD800.pdf', 'pdf'],
  ])('%j is shown as %j', (given, shown) => {
    expect(cleanFileName(given)).toBe(shown)
  })

  test('is cut when it is long, and keeps its ending', () => {
    const shown = cleanFileName(`${'🙂'.repeat(5000)}.jpeg`)
    expect(Array.from(shown)).toHaveLength(100)
    expect(shown.endsWith('🙂.jpeg')).toBe(true)
  })
})

test('what is said of an attachment is whole, of what can be seen, and not too long', () => {
  const good = {
    id: 'file_0123456789ab',
    language: 'en',
    alternativeText: ' A courtyard ',
    rightsHolder: 'City of Malmö',
    licence: 'CC-BY-4.0',
  }
  expect(parse(AttachmentChange, good)).toMatchObject({ alternativeText: 'A courtyard', caption: '' })
  const faults: [string, unknown][] = [
    ['alternativeText', '  '],
    ['alternativeText', 'x'.repeat(301)],
    ['rightsHolder', ''],
    ['rightsHolder', 'City\u202E'],
    ['caption', 'x'.repeat(501)],
    ['licence', 'mine'],
    ['language', 'klingon'],
    ['id', 'prac_0123456789ab'],
  ]
  for (const [field, value] of faults) {
    const wrong = () => parse(AttachmentChange, { ...good, [field]: value })
    expect(wrong, field).toThrow(InvalidInput)
    expect(wrong).toThrow(field)
  }
})
