import type { NewsWords } from '../news-words.ts'

const rules = new Intl.PluralRules('uk')

/** News in Ukrainian. */
export const newsUk: NewsWords = {
  about: {
    'followed.news': 'Є новини про те, за чим ви стежите:',
    'search.hits': 'Ваш збережений пошук щось знайшов:',
    'curation.submitted': 'Запис надіслано на розгляд:',
    'curation.review-asked': 'Вас просять оцінити запис:',
    'curation.changes-requested': 'Просять внести зміни до запису:',
    'curation.remarks-answered': 'На ваші зауваження відповіли у записі:',
    'curation.recommended': 'Є рекомендація щодо запису:',
    'curation.accepted': 'Ваш запис прийнято:',
    'curation.published': 'Ваш запис опубліковано:',
    'curation.rejected': 'Ваш запис не прийнято:',
    'curation.merged': 'Ваш запис об’єднано з іншим:',
    'curation.confirmation-due': 'Підтвердьте, будь ласка, що це досі так:',
    'curation.confirmation-overdue': 'Надто довго ніхто не підтверджував, що це досі так:',
    'affiliation.asked': 'Хтось просить про приналежність:',
    'affiliation.confirmed': 'Вашу приналежність підтверджено:',
    'affiliation.refused': 'Вашу приналежність не підтверджено:',
    'affiliation.ended': 'Вашу приналежність завершено:',
    'affiliation.handed-over': 'Відтепер ви відповідаєте за запис:',
    'affiliation.reviewer': 'Відтепер ви оцінюєте запис:',
  },
  by: (name) => `Хто: ${name}.`,
  count: (count) => {
    const words: Partial<Record<Intl.LDMLPluralRule, string>> = {
      one: 'новий або змінений запис:',
      few: 'нові або змінені записи:',
    }
    return `${count} ${words[rules.select(count)] ?? 'нових або змінених записів:'}`
  },
  subject: (count) => `Hansa: новини (${count})`,
  open: 'Відкрити',
  all: 'Переглянути всі новини',
  why: {
    followed: 'Ви отримали цього листа, бо стежите за чимось у Hansa.',
    search: 'Ви отримали цього листа, бо зберегли пошук у Hansa.',
    curation: 'Ви отримали цього листа, бо пишете чи оцінюєте записи в Hansa або відповідаєте за них.',
    affiliation:
      'Ви отримали цього листа, бо йдеться про вашу приналежність у Hansa або про те, за що ви відповідаєте.',
    daily: 'Ви отримали цього листа, бо обрали новини від Hansa раз на день.',
    weekly: 'Ви отримали цього листа, бо обрали новини від Hansa раз на тиждень.',
    watch: (name) => `Ви отримали цього листа, бо просили Hansa повідомляти про «${name}».`,
  },
  stop: {
    watch: 'Більше не надсилати листів про це',
    sort: 'Більше не надсилати таких листів',
    digest: 'Більше не надсилати цього листа',
  },
}
