import type { NewsWords } from '../news-words.ts'

const rules = new Intl.PluralRules('pl')

/** News in Polish. */
export const newsPl: NewsWords = {
  about: {
    'followed.news': 'Jest coś nowego o tym, co obserwujesz:',
    'search.hits': 'Twoje zapisane wyszukiwanie coś znalazło:',
    'curation.submitted': 'Wpis wysłano do oceny:',
    'curation.review-asked': 'Prosimy o ocenę wpisu:',
    'curation.changes-requested': 'Prosimy o zmiany we wpisie:',
    'curation.remarks-answered': 'Jest odpowiedź na Twoje uwagi do wpisu:',
    'curation.recommended': 'Wydano rekomendację dla wpisu:',
    'curation.accepted': 'Twój wpis został przyjęty:',
    'curation.published': 'Twój wpis jest opublikowany:',
    'curation.rejected': 'Twój wpis nie został przyjęty:',
    'curation.merged': 'Twój wpis połączono z innym:',
    'curation.confirmation-due': 'Prosimy o potwierdzenie, że to nadal aktualne:',
    'curation.confirmation-overdue': 'Zbyt długo nikt nie potwierdził, że to nadal aktualne:',
    'affiliation.asked': 'Ktoś prosi o powiązanie z wpisem:',
    'affiliation.confirmed': 'Twoje powiązanie zostało potwierdzone:',
    'affiliation.refused': 'Twoje powiązanie nie zostało potwierdzone:',
    'affiliation.ended': 'Twoje powiązanie zostało zakończone:',
    'affiliation.handed-over': 'Od teraz opiekujesz się wpisem:',
    'affiliation.reviewer': 'Od teraz oceniasz wpis:',
  },
  by: (name) => `Kto: ${name}.`,
  count: (count) => {
    const words: Partial<Record<Intl.LDMLPluralRule, string>> = {
      one: 'nowy lub zmieniony wpis:',
      few: 'nowe lub zmienione wpisy:',
    }
    return `${count} ${words[rules.select(count)] ?? 'nowych lub zmienionych wpisów:'}`
  },
  subject: (count) => `Hansa: wiadomości (${count})`,
  open: 'Otwórz',
  all: 'Zobacz wszystkie wiadomości',
  why: {
    followed: 'Ten list przyszedł, bo obserwujesz coś w Hansie.',
    search: 'Ten list przyszedł, bo masz w Hansie zapisane wyszukiwanie.',
    curation: 'Ten list przyszedł, bo piszesz, oceniasz wpisy w Hansie lub się nimi opiekujesz.',
    affiliation: 'Ten list przyszedł, bo dotyczy Twoich powiązań w Hansie lub tego, czym się opiekujesz.',
    daily: 'Ten list przyszedł, bo chcesz dostawać wiadomości z Hansy raz dziennie.',
    weekly: 'Ten list przyszedł, bo chcesz dostawać wiadomości z Hansy raz w tygodniu.',
    watch: (name) => `Ten list przyszedł, bo chcesz dostawać z Hansy wiadomości o „${name}”.`,
  },
  stop: {
    watch: 'Nie przysyłaj listów w tej sprawie',
    sort: 'Nie przysyłaj listów tego rodzaju',
    digest: 'Nie przysyłaj tego listu',
  },
}
