import { kindOfId } from '@hansa/domain/kind'
import type { ReadName } from '@hansa/search'
import type { Context } from '../context.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { Text, textFor } from '../graphql/text.ts'

/** A word read as a name, and the whole of what was typed. */
type Searched = { read: ReadName; text: string }

const NamedKind = enumOf('NamedKind', 'What a name in a search means.', {
  'policy-area': 'A policy area.',
  'target-group': 'A target group.',
  city: 'A city.',
  country: 'A country.',
})

const kindOf = ({ named: { id } }: ReadName) => {
  const kind = kindOfId(id)
  if (kind === 'city' || kind === 'country') return kind
  return id.startsWith('target-group/') ? ('target-group' as const) : ('policy-area' as const)
}

const titleOf = async ({ loaders }: Context, id: string) =>
  kindOfId(id) ? (await loaders.entry.load(id))?.title : (await loaders.concept.load(id))?.labels

/** The same search with one name in quotes, which takes it word for word. */
const literally = ({ read: { start, end }, text }: Searched): string =>
  `${text.slice(0, start)}"${text.slice(start, end)}"${text.slice(end)}`

export const SearchedName = builder.objectRef<Searched>('SearchedName').implement({
  description: 'Words of a search that were read as the name of a concept or a place.',
  fields: (t) => ({
    words: t.string({
      description: 'The words as typed.',
      resolve: ({ read, text }) => text.slice(read.start, read.end),
    }),
    kind: t.field({ type: NamedKind, description: 'What it is.', resolve: ({ read }) => kindOf(read) }),
    label: t.field({
      type: Text,
      nullable: true,
      description: 'What it is called.',
      resolve: async ({ read }, _, ctx) => {
        const title = await titleOf(ctx, read.named.id)
        return title ? textFor(ctx, title) : null
      },
    }),
    literally: t.string({
      description: 'The `text` that searches for these very words instead.',
      resolve: literally,
    }),
  }),
})
