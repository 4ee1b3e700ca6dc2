import { z } from 'zod'
import { LanguageTag, localizedText } from './text.ts'

/** What somebody finds on one question of a checklist. */
export const checkAnswers = ['met', 'not_met', 'not_applicable'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

/** What a reviewer says should become of an entry. */
export const recommendations = ['publish', 'publish_after_changes', 'do_not_publish'] as const
export type Recommendation = (typeof recommendations)[number]

const label = (max: number) =>
  localizedText(max).refine(
    (texts) => Object.values(texts).every(({ text }) => text.isWellFormed() && !text.includes('\0')),
    'holds characters that cannot be kept',
  )

/** One question of a checklist. Its key names it for ever, also when its words change. */
export const ChecklistItem = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only a–z, 0–9 and single hyphens')
    .max(60),
  label: label(200),
  help: label(1000).optional(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

const months = z.int().min(1, 'is less than a month').max(120, 'is more than ten years')

/** How a network curates what belongs to it. */
export const NetworkRule = z.strictObject({
  checklist: z
    .array(ChecklistItem)
    .max(40, 'has more than 40 questions')
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length, 'names a key twice'),
  /** After how many months an entry is to be confirmed again, and after how many when it has ended. */
  confirmMonths: months,
  confirmMonthsEnded: months,
})
export type NetworkRule = z.infer<typeof NetworkRule>

const texts = (en: string, de: string, fr: string, es: string, pl: string, uk: string, tr: string) =>
  Object.fromEntries(
    Object.entries({ en, de, fr, es, pl, uk, tr }).map(([language, text]) => [
      language,
      { text, origin: 'human' as const },
    ]),
  )

/** What holds for a network that has set no rule of its own, and for entries that belong to none. */
export const defaultRule: NetworkRule = {
  checklist: [
    {
      key: 'no-empty-section',
      label: texts(
        'No section is empty',
        'Kein Abschnitt ist leer',
        'Aucune section n’est vide',
        'Ninguna sección está vacía',
        'Żadna sekcja nie jest pusta',
        'Жоден розділ не порожній',
        'Hiçbir bölüm boş değil',
      ),
    },
    {
      key: 'gender-and-diversity',
      label: texts(
        'Gender and diversity are considered',
        'Geschlecht und Vielfalt sind berücksichtigt',
        'Le genre et la diversité sont pris en compte',
        'Se tienen en cuenta el género y la diversidad',
        'Uwzględniono płeć i różnorodność',
        'Враховано гендер і різноманітність',
        'Toplumsal cinsiyet ve çeşitlilik gözetilmiş',
      ),
    },
    {
      key: 'participation',
      label: texts(
        'How migrants take part is described',
        'Wie Zugewanderte mitwirken, ist beschrieben',
        'La participation des personnes migrantes est décrite',
        'Se describe cómo participan las personas migrantes',
        'Opisano udział migrantów',
        'Описано участь мігрантів',
        'Göçmenlerin nasıl katıldığı anlatılmış',
      ),
    },
    {
      key: 'evidence',
      label: texts(
        'The evidence bears out what is claimed',
        'Die Belege tragen, was behauptet wird',
        'Les preuves soutiennent ce qui est affirmé',
        'Las pruebas respaldan lo que se afirma',
        'Dowody potwierdzają to, co się twierdzi',
        'Докази підтверджують сказане',
        'Kanıtlar söyleneni destekliyor',
      ),
    },
  ],
  confirmMonths: 12,
  confirmMonthsEnded: 24,
}

/** What holds for an entry of several networks: every question of each, and the shortest time. */
export const joinRules = (rules: readonly NetworkRule[]): NetworkRule => {
  if (rules.length === 0) return defaultRule
  const items = rules.flatMap(({ checklist }) => checklist)
  return {
    checklist: [...new Map(items.toReversed().map((item) => [item.key, item])).values()].toReversed(),
    confirmMonths: Math.min(...rules.map((rule) => rule.confirmMonths)),
    confirmMonthsEnded: Math.min(...rules.map((rule) => rule.confirmMonthsEnded)),
  }
}

type Answered = Readonly<Record<string, { answer: CheckAnswer }>>

/** Which questions keep an entry from being accepted: those not answered, and those answered with no. */
export const openQuestions = (checklist: readonly ChecklistItem[], answers: Answered): string[] =>
  checklist.filter(({ key }) => (answers[key]?.answer ?? 'not_met') === 'not_met').map(({ key }) => key)

/** The day so many months after another; the last of the month where there is no such day. */
export const monthsAfter = (day: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0))
  const due = new Date(Date.UTC(year, month - 1 + count, Math.min(date, last.getUTCDate())))
  return due.toISOString().slice(0, 10)
}

/** Days from the day on which an entry is to be confirmed at which its keepers are reminded. */
export const reminderOffsets = [-30, 0, 30] as const
export type ReminderOffset = (typeof reminderOffsets)[number]

/** The reminder that is due on a day; only the last one when several days passed unnoticed. */
export const reminderDue = (dueOn: string, today: string): ReminderOffset | null => {
  const days = Math.floor((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
  return reminderOffsets.findLast((offset) => days >= offset) ?? null
}

/** Words of up to `max` characters as PostgreSQL can keep them: without U+0000 and halves of characters. */
const words = (max: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed().replaceAll('\0', '').trim())
    .pipe(z.string().max(max, `is longer than ${max} characters`))

const said = words(4000).pipe(z.string().min(1, 'is empty'))

/** What somebody remarks on a field, with the text she would put there. */
export const Remark = z.strictObject({
  field: z.string().max(100),
  text: said,
  suggestion: z.strictObject({ language: LanguageTag, text: said }).optional(),
})
export type Remark = z.infer<typeof Remark>

export const remarkStates = ['open', 'accepted', 'resolved'] as const
export type RemarkState = (typeof remarkStates)[number]

/** A reason, or what a reviewer or curator says; may be empty. */
export const Reason = words(4000)

/** The same where it may not be. */
export const Said = said
