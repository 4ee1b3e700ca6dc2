import { type Names, places } from './matrix.ts'
import { curationAnswers, curationFields, curationQueries } from './matrix-curation-fields.ts'

/** Fields of one type as they are reached by one query (`$` stands for them), each with its cells. */
export type FieldRow = { query: (names: Names) => string; fields: Readonly<Record<string, string>> }

const q = (value: string) => JSON.stringify(value)

const everybody = 'yes  yes    yes      yes    yes            yes      yes     yes           yes'
const members = 'none yes    yes      yes    yes            yes      yes     yes           yes'
const secretariat = 'none none   none     none   none           none     yes     yes           yes'
const signedIn = 'in   yes    yes      yes    yes            yes      yes     yes           yes'
const ownAccount = 'none yes    yes      yes    yes            yes      yes     yes           yes'
const ownSecrets = 'none yes    yes      yes    yes            yes      yes     yes           no'
const administrators = 'in   no     no       no     no             no       no      yes           yes'
const atOrganisation = 'in   no     no       yes    no             no       yes     yes           yes'
const ofOrganisation = 'in   no     no       yes    no             no       no      yes           yes'
const atNetwork = 'in   no     no       no     no             no       yes     yes           yes'
const fromWhere = 'in   no     no       none   no             no       no      yes           yes'

/** The same cells for several fields. */
const all = (cells: string, ...fields: string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, cells]))

const shown = ['languages { $ }', 'affiliations { $ }'] as const
const memberWith = (inner: string) => `{ insider: member(id: @) { ${inner} } }`
const ofInsider = (inner: string) => (names: Names) => memberWith(inner).replace('@', q(names.insider))
const ofOther = (inner: string) => (names: Names) => memberWith(inner).replace('@', q(names.other))

const ofImport = (inner: string) => (names: Names) => `{ import(id: ${q(names.writtenImport)}) { ${inner} } }`

/** By type; what comes in brackets tells rows of one type apart. */
export const fields: Readonly<Record<string, FieldRow>> = {
  Query: {
    query: () => '{ $ }',
    fields: {
      viewer: ownAccount,
      accountsOpen: everybody,
      contentLanguages: everybody,
      providerName: everybody,
      profile: signedIn,
      directory: signedIn,
      people: administrators,
      auditTrail: administrators,
      auditTable: administrators,
      consentText: everybody,
      news: signedIn,
      letterChoices: signedIn,
      imports: atNetwork,
      importNetworks: 'none none   none     none   none           none     yes     none          none',
      affiliationsToDecide: 'none none   none     yes    yes            none     yes     yes           yes',
    },
  },
  // The insider shows everything to members; the other shows her name to them, and the rest to the secretariat.
  'Member (open to members)': {
    query: ofInsider('$'),
    fields: all(
      members,
      'id',
      'path',
      'name',
      'position',
      'languages',
      'policyAreas',
      'components',
      'offers',
      'affiliations',
    ),
  },
  'Member (name alone)': {
    query: ofOther('$'),
    fields: {
      ...all(members, 'id', 'path', 'name'),
      ...all(secretariat, 'position', 'languages', 'policyAreas', 'components', 'offers', 'affiliations'),
    },
  },
  SpokenLanguage: { query: ofInsider(shown[0]), fields: all(members, 'language', 'level') },
  Affiliation: {
    query: ofInsider(shown[1]),
    fields: all(members, 'id', 'entry', 'function', 'position', 'requestedAt', 'confirmedAt'),
  },
  'SpokenLanguage (secretariat)': { query: ofOther(shown[0]), fields: all(secretariat, 'language', 'level') },
  'Affiliation (secretariat)': {
    query: ofOther(shown[1]),
    fields: all(secretariat, 'id', 'entry', 'position'),
  },
  MemberConnection: {
    query: () => '{ directory { $ } }',
    fields: all(signedIn, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  MemberEdge: { query: () => '{ directory { edges { $ } } }', fields: all(signedIn, 'cursor', 'node') },
  Profile: {
    query: () => '{ profile { $ } }',
    fields: {
      ...all(
        signedIn,
        'id',
        'name',
        'position',
        'languages',
        'policyAreas',
        'components',
        'offers',
        'visibility',
        'affiliations',
        'hasConsented',
      ),
      data: 'in   yes    yes      yes    yes            yes      yes     yes           no',
    },
  },
  ProfileVisibility: {
    query: () => '{ profile { visibility { $ } } }',
    fields: all(signedIn, 'name', 'position', 'affiliations', 'languages', 'expertise', 'offers'),
  },
  ConsentText: { query: () => '{ consentText { $ } }', fields: all(everybody, 'version', 'text') },
  PersonAt: {
    query: () => `{ peopleAt(entry: ${q(places.organisation)}) { $ } }`,
    fields: all(atOrganisation, 'memberId', 'name', 'affiliation'),
  },
  AttachmentAt: {
    query: () => `{ attachmentsAt(entry: ${q(places.practice)}) { $ } }`,
    fields: all(
      'in   no     no       yes    no             yes      yes     yes           yes',
      'attachment',
      'state',
    ),
  },
  Import: {
    query: ofImport('$'),
    fields: all(
      atNetwork,
      'id',
      'kind',
      'network',
      'fileName',
      'state',
      'rowCount',
      'done',
      'counts',
      'columns',
      'rows',
      'obstacles',
      'sentAt',
      'committedAt',
      'undoneAt',
      'undoUntil',
    ),
  },
  ImportCounts: {
    query: ofImport('counts { $ }'),
    fields: all(atNetwork, 'new', 'changed', 'same', 'refused'),
  },
  ImportFileColumn: {
    query: ofImport('columns { $ }'),
    fields: all(atNetwork, 'head', 'means', 'example'),
  },
  ImportObstacle: {
    query: ofImport('obstacles { $ }'),
    fields: all(atNetwork, 'row', 'about', 'reason'),
  },
  ImportReason: {
    query: ofImport('obstacles { reason { $ } }'),
    fields: all(atNetwork, 'field', 'code', 'value', 'detail'),
  },
  ImportRow: {
    query: ofImport('rows { nodes { $ } }'),
    fields: all(atNetwork, 'row', 'verdict', 'about', 'reasons', 'entryId'),
  },
  ImportRowConnection: {
    query: ofImport('rows { $ }'),
    fields: all(atNetwork, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  ImportRowEdge: {
    query: ofImport('rows { edges { $ } }'),
    fields: all(atNetwork, 'cursor', 'node'),
  },
  Person: {
    query: () => '{ people { nodes { $ } } }',
    fields: all(
      administrators,
      'id',
      'name',
      'email',
      'state',
      'isAdministrator',
      'joinedAt',
      'affiliationCount',
    ),
  },
  PersonConnection: {
    query: () => '{ people { $ } }',
    fields: all(administrators, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  PersonEdge: { query: () => '{ people { edges { $ } } }', fields: all(administrators, 'cursor', 'node') },
  AuditRecord: {
    query: () =>
      `{ auditTrail(filter: { entry: ${q(places.organisation)}, action: "test" }) { nodes { $ } } }`,
    fields: {
      ...all(
        ofOrganisation,
        'id',
        'at',
        'actor',
        'actorName',
        'byFormerMember',
        'action',
        'subjectId',
        'memberId',
        'before',
        'after',
      ),
      ...all(fromWhere, 'network', 'device'),
    },
  },
  AuditRecordConnection: {
    query: () => '{ auditTrail { $ } }',
    fields: all(administrators, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  AuditRecordEdge: {
    query: () => '{ auditTrail { edges { $ } } }',
    fields: all(administrators, 'cursor', 'node'),
  },
  Account: {
    query: () => '{ viewer { $ } }',
    fields: {
      ...all(ownAccount, 'id', 'name', 'email', 'language', 'isAdministrator', 'unreadNews', 'watches'),
      ...all(ownSecrets, 'signInMeans', 'sessions', 'apiTokens'),
    },
  },
  Watch: {
    query: () => '{ viewer { watches { $ } } }',
    fields: all(ownAccount, 'id', 'target', 'isSearch', 'title', 'path', 'letters', 'createdAt'),
  },
  NewsPage: { query: () => '{ news { $ } }', fields: all(signedIn, 'totalCount', 'nodes') },
  News: {
    query: () => '{ news { nodes { $ } } }',
    fields: all(
      signedIn,
      'id',
      'sort',
      'sentence',
      'title',
      'language',
      'by',
      'path',
      'count',
      'entries',
      'at',
      'isRead',
    ),
  },
  NewsEntry: {
    query: () => '{ news { nodes { entries { $ } } } }',
    fields: all(signedIn, 'title', 'language', 'path'),
  },
  LetterChoices: {
    query: () => '{ letterChoices { $ } }',
    fields: all(signedIn, 'followed', 'search', 'curation', 'affiliation'),
  },
  SignInMeans: {
    query: () => '{ viewer { signInMeans { $ } } }',
    fields: all(ownSecrets, 'hasPassword', 'hasSecondFactor', 'recoveryCodesLeft', 'passkeys', 'identities'),
  },
  Session: {
    query: () => '{ viewer { sessions { $ } } }',
    fields: all(ownSecrets, 'id', 'device', 'network', 'isThis', 'createdAt', 'lastSeenAt'),
  },
  ApiToken: {
    query: () => '{ viewer { apiTokens { $ } } }',
    fields: all(ownSecrets, 'id', 'name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt'),
  },
  Passkey: {
    query: () => '{ viewer { signInMeans { passkeys { $ } } } }',
    fields: all(ownSecrets, 'id', 'name', 'createdAt', 'lastUsedAt'),
  },
  Identity: {
    query: () => '{ viewer { signInMeans { identities { $ } } } }',
    fields: all(ownSecrets, 'id', 'issuer', 'label', 'createdAt', 'lastUsedAt'),
  },

  ...curationFields,
}

/**
 * Fields of `Query` without a row of their own: those reached with arguments stand in other rows, and `linkEmail` and `stopping`
 * are for whoever holds the secret of a letter, whatever her role.
 */
export const reachedOtherwise: readonly string[] = [
  ...curationQueries,
  'attachmentsAt',
  'exportPath',
  'import',
  'member',
  'peopleAt',
  'viewerCan',
  'linkEmail',
  'stopping',
]

/** What a mutation answers with holds nothing that its caller did not send or was not allowed to do: rows of mutations cover it. */
export const answersOfMutations: readonly string[] = [
  ...curationAnswers,
  'AffiliationOutcome',
  'AttachmentOutcome',
  'Done',
  'ImportOutcome',
  'LetterChoicesOutcome',
  'NewApiToken',
  'PasskeyOptions',
  'PersonOutcome',
  'Problem',
  'ProfileOutcome',
  'ProviderPage',
  'ProviderReturn',
  'RecoveryCodes',
  'SecondFactorSetup',
  'SignInOutcome',
  'StopOutcome',
  'Stopping',
  'WatchOutcome',
]

/** Types all of whose fields are public: the registry itself. A new type belongs here, or needs a row. */
export const publicTypes: ReadonlySet<string> = new Set(
  `AgendaItem Assessment Attachment AttachmentImage ChecklistItem City Commitment ComparedFeature Comparison ComparisonFeature ComparisonHolder ComparisonValue
   Competence Component Concept ConceptMapping ConceptScheme ConsultativeBody Contact Country Entry Evaluation Event Facet
   FacetValue Fiche FicheControl FicheField FichePart FicheSection Figure Framework FrameworkItem HistoryLine Identifier ImportColumn KindCount MapPoint Media MemberCount Membership NamedThing Network NetworkRule Node
   Organisation PageInfo Practice PracticeOffer PracticePartner Precondition Project ProjectPartner Provenance
   RelatedPractice Relaxed Resource Result Score SearchConnection SearchEdge SearchReason SearchedName SimilarCity SnippetSegment Source
   Stats Step Synonyms Text TransferCheck TransferFact Translation Visit`
    .trim()
    .split(/\s+/)
    .flatMap((name) => [name, `${name}Connection`, `${name}Edge`]),
)
