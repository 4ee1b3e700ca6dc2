import type { Control, Part } from '@hansa/domain/control'
import {
  type Fiche,
  type FicheField,
  type FicheSection,
  ficheOf,
  type Need,
  type SectionKey,
  type WrittenKind,
} from '@hansa/domain/fiche'
import { EntryKind } from '../entry/entry.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'

export const WrittenKindEnum = enumOf<WrittenKind>(
  'WrittenKind',
  'The kinds of entries that members write.',
  {
    practice: 'A good practice.',
    component: 'A building block of practices.',
    organisation: 'A body that does or pays for something.',
    city: 'A city.',
    network: 'A network.',
    event: 'An event.',
    resource: 'A publication, toolkit or website.',
  },
)

export const SectionKeyEnum = enumOf<SectionKey>('FicheSectionKey', 'The sections of fiches.', {
  identity: 'What it is called, in short.',
  story: 'What was done and why, or what it does.',
  who: 'Who does it.',
  where: 'Where.',
  about: 'What and whom it is about.',
  when: 'When, and how far it is.',
  participation: 'How migrants take part.',
  money: 'Money and law.',
  results: 'What came of it.',
  transfer: 'What another place needs, and what is offered.',
  context: 'Facts about a city.',
  programme: 'Workplan or agenda.',
  reference: 'Contact, sources, identifiers, licence.',
})

const NeedEnum = enumOf<Need>('FicheNeed', 'How much a field is asked for.', {
  required: 'Nothing is submitted without it.',
  recommended: 'It helps others much.',
  optional: 'Where there is something to say.',
})

const ControlTypeEnum = enumOf<Control['type']>('FicheControlType', 'How a value is asked for.', {
  text: 'Words.',
  number: 'A number.',
  choice: 'One of some values.',
  flag: 'Yes or no.',
  date: 'A date as precise as is known: `2016`, `2016-11` or `2016-11-05`.',
  time: 'A time of day: `09:30`.',
  address: 'A web address.',
  language: 'A language, as a BCP 47 tag.',
  concept: 'The id of a concept of a scheme.',
  entry: 'The id of an entry of a kind.',
  group: 'An object of several values.',
  list: 'Several values.',
})

const PartType = builder.objectRef<Part>('FichePart')
const ControlType = builder.objectRef<Control>('FicheControl')

const only = <T extends Control['type'], V>(
  control: Control,
  type: T,
  pick: (of: Extract<Control, { type: T }>) => V,
): V | null => (control.type === type ? pick(control as Extract<Control, { type: T }>) : null)

ControlType.implement({
  description: 'How a value is asked for, read off the schema of the kind.',
  fields: (t) => ({
    type: t.field({ type: ControlTypeEnum, description: 'What it is.', resolve: (one) => one.type }),
    localized: t.boolean({
      description:
        'Whether a text is given per language: `{"en": {"text": "…", "origin": "human"}}`, or as a plain text in the language of the entry.',
      resolve: (one) => only(one, 'text', ({ localized }) => localized) ?? false,
    }),
    long: t.boolean({
      description: 'Whether a text takes several lines.',
      resolve: (one) => only(one, 'text', ({ long }) => long) ?? false,
    }),
    max: t.float({
      nullable: true,
      description: 'Most characters of a text, the greatest number, or most items of a list.',
      resolve: (one) =>
        one.type === 'text' || one.type === 'number' || one.type === 'list' ? one.max : null,
    }),
    min: t.float({
      nullable: true,
      description: 'The least number.',
      resolve: (one) => only(one, 'number', ({ min }) => min),
    }),
    whole: t.boolean({
      description: 'Whether a number has no fraction.',
      resolve: (one) => only(one, 'number', ({ whole }) => whole) ?? false,
    }),
    values: t.stringList({
      description: 'The values of a choice; those that are all digits are numbers.',
      resolve: (one) => only(one, 'choice', ({ values }) => values.map(String)) ?? [],
    }),
    scheme: t.string({
      nullable: true,
      description: 'The scheme of a concept.',
      resolve: (one) => only(one, 'concept', ({ scheme }) => scheme),
    }),
    kind: t.field({
      type: EntryKind,
      nullable: true,
      description: 'The kind of an entry.',
      resolve: (one) => only(one, 'entry', ({ kind }) => kind),
    }),
    parts: t.field({
      type: [PartType],
      description: 'The values of a group.',
      resolve: (one) => only(one, 'group', ({ parts }) => [...parts]) ?? [],
    }),
    of: t.field({
      type: ControlType,
      nullable: true,
      description: 'What a list holds.',
      resolve: (one) => only(one, 'list', ({ of }) => of),
    }),
  }),
})

PartType.implement({
  description: 'One value of a group.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name.' }),
    required: t.exposeBoolean('required', { description: 'Whether the group is nothing without it.' }),
    control: t.field({
      type: ControlType,
      description: 'How it is asked for.',
      resolve: (one) => one.control,
    }),
  }),
})

export const FicheFieldType = builder.objectRef<FicheField>('FicheField').implement({
  description: 'A field of an entry as a form asks for it.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name, as in the type of the kind.' }),
    need: t.field({ type: NeedEnum, description: 'How much it is asked for.', resolve: (one) => one.need }),
    control: t.field({
      type: ControlType,
      description: 'How it is asked for.',
      resolve: (one) => one.control,
    }),
  }),
})

const SectionType = builder.objectRef<FicheSection>('FicheSection').implement({
  description: 'Fields that are asked for together.',
  fields: (t) => ({
    key: t.field({ type: SectionKeyEnum, description: 'Which one.', resolve: (one) => one.key }),
    fields: t.field({
      type: [FicheFieldType],
      description: 'Its fields, in order.',
      resolve: (one) => [...one.fields],
    }),
  }),
})

const FicheType = builder.objectRef<Fiche>('Fiche').implement({
  description: 'What is asked of an entry of a kind: the one list of its fields, read off its schema.',
  fields: (t) => ({
    kind: t.field({ type: WrittenKindEnum, description: 'The kind.', resolve: (one) => one.kind }),
    short: t.stringList({
      description: 'Keys of the fields that are enough to begin with.',
      resolve: (one) => [...one.short],
    }),
    sections: t.field({
      type: [SectionType],
      description: 'Its sections, in order.',
      resolve: (one) => [...one.sections],
    }),
  }),
})

builder.queryFields((t) => ({
  fiche: t.field({
    type: FicheType,
    description: 'What is asked of an entry of a kind.',
    args: { kind: t.arg({ type: WrittenKindEnum, required: true, description: 'The kind.' }) },
    resolve: (_, { kind }) => ficheOf(kind),
  }),
}))
