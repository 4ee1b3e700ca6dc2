/** Sorts of news, as forms and the API call them, in the order in which they are chosen. */
export const newsSorts = ['followed', 'search', 'curation', 'affiliation'] as const
export type NewsSort = (typeof newsSorts)[number]

/** When somebody is written to, as the API calls it. */
export const rhythms = ['AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'] as const
export type Rhythm = (typeof rhythms)[number]

/** Whether a form said one of them. */
export const isRhythm = (text: string): text is Rhythm => (rhythms as readonly string[]).includes(text)
