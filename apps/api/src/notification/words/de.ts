import type { NewsWords } from '../news-words.ts'

/** News in German. */
export const newsDe: NewsWords = {
  about: {
    'followed.news': 'Neues zu dem, was Sie verfolgen:',
    'search.hits': 'Ihre gespeicherte Suche hat etwas gefunden:',
    'curation.submitted': 'Ein Eintrag wurde zur Prüfung eingereicht:',
    'curation.review-asked': 'Sie sind um eine Begutachtung gebeten:',
    'curation.changes-requested': 'Es wird um Änderungen gebeten:',
    'curation.remarks-answered': 'Ihre Anmerkungen wurden beantwortet:',
    'curation.recommended': 'Eine Empfehlung wurde abgegeben:',
    'curation.accepted': 'Ihr Eintrag ist angenommen:',
    'curation.published': 'Ihr Eintrag ist veröffentlicht:',
    'curation.rejected': 'Ihr Eintrag wurde nicht angenommen:',
    'curation.merged': 'Ihr Eintrag wurde mit einem anderen zusammengeführt:',
    'curation.confirmation-due': 'Bitte bestätigen Sie, dass dies noch stimmt:',
    'curation.confirmation-overdue': 'Zu lange hat niemand bestätigt, dass dies noch stimmt:',
    'affiliation.asked': 'Jemand möchte dazugehören:',
    'affiliation.confirmed': 'Ihre Zugehörigkeit ist bestätigt:',
    'affiliation.refused': 'Ihre Zugehörigkeit wurde nicht bestätigt:',
    'affiliation.ended': 'Ihre Zugehörigkeit ist beendet:',
    'affiliation.handed-over': 'Ab jetzt betreuen Sie:',
    'affiliation.reviewer': 'Sie begutachten nun:',
  },
  by: (name) => `Von ${name}.`,
  count: (count) =>
    count === 1 ? '1 Eintrag ist neu oder geändert:' : `${count} Einträge sind neu oder geändert:`,
  subject: (count) => `Hansa: ${count} Neuigkeiten`,
  open: 'Öffnen',
  all: 'Alle Neuigkeiten ansehen',
  why: {
    followed: 'Sie bekommen diesen Brief, weil Sie auf Hansa etwas verfolgen.',
    search: 'Sie bekommen diesen Brief, weil Sie auf Hansa eine Suche gespeichert haben.',
    curation: 'Sie bekommen diesen Brief, weil Sie auf Hansa Einträge schreiben, begutachten oder betreuen.',
    affiliation:
      'Sie bekommen diesen Brief, weil es um Ihre Zugehörigkeit auf Hansa geht oder um das, was Sie betreuen.',
    daily: 'Sie bekommen diesen Brief, weil Sie einmal am Tag von Hansa hören wollen.',
    weekly: 'Sie bekommen diesen Brief, weil Sie einmal in der Woche von Hansa hören wollen.',
    watch: (name) => `Sie bekommen diesen Brief, weil Sie von Hansa Neues über „${name}“ hören wollen.`,
  },
  stop: {
    watch: 'Keine Briefe mehr dazu',
    sort: 'Keine Briefe dieser Art mehr',
    digest: 'Diesen Brief nicht mehr bekommen',
  },
}
