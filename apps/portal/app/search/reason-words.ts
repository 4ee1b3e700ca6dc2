import type { useWords } from '../i18n/use-words.tsx'

interface Reason {
  readonly code: string
  readonly text: string | null
}

/** Why an entry was found, in words. Title and text show for themselves and need no reason. */
export function reasonTexts(t: ReturnType<typeof useWords>['t'], reasons: readonly Reason[]): string[] {
  return reasons.flatMap(({ code, text }) => {
    if (!text) return []
    if (code === 'CONCEPT') return [t('search.reasonConcept', { text })]
    if (code === 'SYNONYM') return [t('search.reasonSynonym', { text })]
    if (code === 'PLACE') return [t('search.reasonPlace', { text })]
    if (code === 'ORGANISATION') return [t('search.reasonOrganisation', { text })]
    if (code === 'NAME') return [t('search.reasonName', { text })]
    if (code === 'ENTRY') return [t('search.reasonEntry', { text })]
    return []
  })
}
