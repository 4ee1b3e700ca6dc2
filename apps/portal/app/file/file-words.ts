import { licenceOf } from '../entry/licence.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'

/** What a licence of a file is called. */
export function licenceName(locale: Locale, licence: string): string {
  if (licence === 'all-rights-reserved') return t(locale, 'file.allRightsReserved')
  return licence === 'CC0-1.0' ? 'CC0 1.0' : licenceOf(licence).name
}

/** How large a file is, as people say it: 340 kB, 1.2 MB. */
export function sizeText(locale: Locale, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0
  return formatNumber(locale, Math.max(value, 1), { style: 'unit', unit, maximumFractionDigits })
}
