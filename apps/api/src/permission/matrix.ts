import { idOf } from '../testing/world.ts'
import type { CurationNames } from './curation-scene.ts'
import { curationRows } from './matrix-curation.ts'

/*
 * Who may do and see what: every mutation and every field that is not public, for every role, each cell stated. The tests
 * beside read this file, ask the real API as each role, and fail for a mutation or a field of the schema without a row.
 */

/** The columns. `claimant` only says she leads the organisation; `program` is a token for reading of an administrator. */
export const roles = [
  'visitor',
  'member',
  'claimant',
  'editor',
  'representative',
  'reviewer',
  'curator',
  'administrator',
  'program',
] as const
export type Role = (typeof roles)[number]

/**
 * `yes`: it is done, or shown. `try`: allowed, and what was sent is refused for what it is. `in`: asked to sign in. `no`:
 * not allowed. `none`: not shown, and nothing says that it is there.
 */
export type Cell = 'yes' | 'try' | 'in' | 'no' | 'none'

/** What a call can name: entries of the test world, and people made anew for every cell. */
export type Names = CurationNames & {
  /** Whoever asks. */
  me: string
  /** Another member. */
  other: string
  /** A member who belongs to the organisation, the city and the network. */
  insider: string
  /** Her open requests, by the entry they are for. */
  request: Readonly<Record<'organisation' | 'city' | 'network', string>>
  /** A file of the practice, which nobody has described yet. */
  attachment: string
  /** Something that whoever asks follows. */
  watch: string
}

export const places = {
  organisation: idOf('organisation', 'board'),
  city: idOf('city', 'malmo'),
  network: idOf('network', 'league'),
  practice: idOf('practice', 'key'),
}

/** One row: the call, and its cells in the order of the roles. */
export type MutationRow = { call: (names: Names) => string; cells: string }

const done = '{ problems { field code message } }'
const q = (value: string) => JSON.stringify(value)

const everybody = 'try  try    try      try    try            try      try     try           try'
const inBrowser = 'try  try    try      try    try            try      try     try           no'
const account = 'in   try    try      try    try            try      try     try           no'
const own = 'in   yes    yes      yes    yes            yes      yes     yes           no'
const atOrganisation = 'in   no     no       yes    no             no       yes     yes           no'
const atCity = 'in   no     no       no     yes            no       yes     yes           no'
const atNetwork = 'in   no     no       no     no             no       yes     yes           no'
const administering = 'in   no     no       no     no             no       no      yes           no'

const profileOf = (consent: string) =>
  `saveProfile(name: "Anna", position: "", languages: [], expertise: [], offers: [], visibility: { name: SECRETARIAT, position: SECRETARIAT, affiliations: SECRETARIAT, languages: SECRETARIAT, expertise: SECRETARIAT, offers: SECRETARIAT }${consent}) ${done}`

const row = (cells: string, call: MutationRow['call']): MutationRow => ({ cells, call })

/** Mutations by name; what comes in brackets tells rows of one mutation apart. */
export const mutations: Readonly<Record<string, MutationRow>> = {
  //                     visitor member claimant editor representative reviewer curator administrator program
  join: row(inBrowser, () => `join(name: "", email: "") ${done}`),
  confirmJoin: row(inBrowser, () => `confirmJoin(secret: "x", password: "correct horse") ${done}`),
  signIn: row(inBrowser, () => `signIn(email: "x", password: "y") ${done}`),
  signInWithCode: row(inBrowser, () => `signInWithCode(code: "000000") ${done}`),
  signInWithLink: row(inBrowser, () => `signInWithLink(secret: "x") ${done}`),
  signInWithPasskey: row(inBrowser, () => `signInWithPasskey(answer: "{}") ${done}`),
  beginPasskeySignIn: row(
    'yes  yes    yes      yes    yes            yes      yes     yes           no',
    () => `beginPasskeySignIn ${done}`,
  ),
  beginProviderSignIn: row(
    'yes  yes    yes      yes    yes            yes      yes     yes           no',
    () => `beginProviderSignIn ${done}`,
  ),
  'beginProviderSignIn (to link)': row(own, () => `beginProviderSignIn(link: true) ${done}`),
  finishProviderSignIn: row(inBrowser, () => `finishProviderSignIn(query: "code=x&state=y") ${done}`),
  removeIdentity: row(account, () => `removeIdentity(id: "x") ${done}`),
  requestSignInLink: row(inBrowser, () => `requestSignInLink(email: "x") ${done}`),
  requestPasswordReset: row(inBrowser, () => `requestPasswordReset(email: "x") ${done}`),
  resetPassword: row(inBrowser, () => `resetPassword(secret: "x", password: "correct horse") ${done}`),
  confirmEmailChange: row(everybody, () => `confirmEmailChange(secret: "x") ${done}`),
  requestEmailChange: row(account, () => `requestEmailChange(email: "x") ${done}`),
  changePassword: row(account, () => `changePassword(password: "short") ${done}`),
  setUpSecondFactor: row(own, () => `setUpSecondFactor ${done}`),
  addSecondFactor: row(account, () => `addSecondFactor(code: "000000") ${done}`),
  removeSecondFactor: row(own, () => `removeSecondFactor ${done}`),
  renewRecoveryCodes: row(account, () => `renewRecoveryCodes ${done}`),
  beginPasskey: row(own, () => `beginPasskey ${done}`),
  addPasskey: row(account, () => `addPasskey(name: "x", answer: "{}") ${done}`),
  removePasskey: row(account, () => `removePasskey(id: "x") ${done}`),
  createApiToken: row(account, () => `createApiToken(name: "", scopes: [], days: 1) ${done}`),
  endApiToken: row(account, () => `endApiToken(id: "x") ${done}`),
  endSession: row(account, () => `endSession(id: "x") ${done}`),
  // Ends the session it came with; without one there is nothing to end.
  signOut: row(
    'yes  yes    yes      yes    yes            yes      yes     yes           yes',
    () => `signOut ${done}`,
  ),
  signOutEverywhere: row(own, () => `signOutEverywhere ${done}`),

  saveProfile: row(own, () => profileOf('')),
  withdrawConsent: row(own, () => `withdrawConsent ${done}`),
  contactMember: row(own, ({ other }) => `contactMember(member: ${q(other)}, message: "Hello") ${done}`),
  'contactMember (herself)': row(
    'in   no     no       no     no             no       no      no            no',
    ({ me }) => `contactMember(member: ${q(me)}, message: "Hello") ${done}`,
  ),
  'eraseMember (herself)': row(own, ({ me }) => `eraseMember(id: ${q(me)}) ${done}`),
  'eraseMember (another)': row(administering, ({ other }) => `eraseMember(id: ${q(other)}) ${done}`),
  suspendMember: row(administering, ({ other }) => `suspendMember(id: ${q(other)}) ${done}`),
  'suspendMember (herself)': row(
    'in   no     no       no     no             no       no      no            no',
    ({ me }) => `suspendMember(id: ${q(me)}) ${done}`,
  ),
  restoreMember: row(administering, ({ other }) => `restoreMember(id: ${q(other)}) ${done}`),
  setAdministrator: row(
    administering,
    ({ other }) => `setAdministrator(id: ${q(other)}, value: true) ${done}`,
  ),
  'setAdministrator (herself)': row(
    'in   no     no       no     no             no       no      no            no',
    ({ me }) => `setAdministrator(id: ${q(me)}, value: true) ${done}`,
  ),

  requestAffiliation: row(
    own,
    () => `requestAffiliation(entry: ${q(idOf('city', 'lund'))}, function: REPRESENTATIVE) ${done}`,
  ),
  'confirmAffiliation (organisation)': row(
    atOrganisation,
    ({ request }) => `confirmAffiliation(id: ${q(request.organisation)}) ${done}`,
  ),
  'confirmAffiliation (city)': row(
    atCity,
    ({ request }) => `confirmAffiliation(id: ${q(request.city)}) ${done}`,
  ),
  'confirmAffiliation (network)': row(
    atNetwork,
    ({ request }) => `confirmAffiliation(id: ${q(request.network)}) ${done}`,
  ),
  'refuseAffiliation (organisation)': row(
    atOrganisation,
    ({ request }) => `refuseAffiliation(id: ${q(request.organisation)}) ${done}`,
  ),
  'refuseAffiliation (city)': row(
    atCity,
    ({ request }) => `refuseAffiliation(id: ${q(request.city)}) ${done}`,
  ),
  'refuseAffiliation (network)': row(
    atNetwork,
    ({ request }) => `refuseAffiliation(id: ${q(request.network)}) ${done}`,
  ),
  'endAffiliation (organisation)': row(
    atOrganisation,
    ({ request }) => `endAffiliation(id: ${q(request.organisation)}) ${done}`,
  ),
  'endAffiliation (city)': row(atCity, ({ request }) => `endAffiliation(id: ${q(request.city)}) ${done}`),
  'endAffiliation (network)': row(
    atNetwork,
    ({ request }) => `endAffiliation(id: ${q(request.network)}) ${done}`,
  ),
  'handOver (organisation)': row(
    'in   no     no       yes    no             no       no      yes           no',
    ({ insider }) => `handOver(entry: ${q(places.organisation)}, member: ${q(insider)}) ${done}`,
  ),
  'handOver (city)': row(
    'in   no     no       no     yes            no       no      yes           no',
    ({ insider }) => `handOver(entry: ${q(places.city)}, member: ${q(insider)}) ${done}`,
  ),
  'handOver (network)': row(
    atNetwork,
    ({ insider }) => `handOver(entry: ${q(places.network)}, member: ${q(insider)}) ${done}`,
  ),
  follow: row(own, () => `follow(target: ${q(places.network)}) ${done}`),
  saveSearch: row(own, () => `saveSearch(name: "Housing", text: "housing") ${done}`),
  setWatchLetters: row(own, ({ watch }) => `setWatchLetters(id: ${q(watch)}, letters: false) ${done}`),
  endWatch: row(own, ({ watch }) => `endWatch(id: ${q(watch)}) ${done}`),
  markNewsRead: row(own, () => `markNewsRead ${done}`),
  chooseLetters: row(own, () => `chooseLetters(followed: WEEKLY) ${done}`),
  // The link of a letter says by itself that it may; this one was never written.
  stopLetters: row(
    'try  try    try      try    try            try      try     try           try',
    () => `stopLetters(secret: "x") ${done}`,
  ),
  saveAttachment: row(
    atOrganisation,
    ({ attachment }) =>
      `saveAttachment(id: ${q(attachment)}, language: "en", alternativeText: "A yard", rightsHolder: "City", licence: "CC-BY-4.0") ${done}`,
  ),
  removeAttachment: row(atOrganisation, ({ attachment }) => `removeAttachment(id: ${q(attachment)}) ${done}`),
  appointReviewer: row(
    atNetwork,
    ({ other }) => `appointReviewer(entry: ${q(places.practice)}, member: ${q(other)}) ${done}`,
  ),

  ...curationRows,
}
