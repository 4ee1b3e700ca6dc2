import { kindOfId } from '@hansa/domain/kind'
import { alwaysVisibleTo, visibleTo, visitor } from '@hansa/domain/permissions'
import type { CityContext } from '@hansa/matching'
import type { Reader } from '../entry/entry.loaders.ts'
import { readCityContexts } from './city-contexts.ts'

type CityContexts = ReadonlyMap<string, CityContext>

/** What is known of all cities anybody may see: kept, because every comparison needs it; a city that changes is read again. */
const keptContexts = (asking: Reader): Promise<CityContexts> => {
  const reader = { ...asking, viewer: visitor }
  return reader.kept.readMany<CityContexts>('city contexts', {
    of: 'city',
    kinds: ['country', 'framework'],
    read: () => readCityContexts(reader, null),
    async mend(before, ids) {
      const after = new Map(before)
      const now = await readCityContexts(reader, ids)
      for (const id of ids) after.delete(id)
      for (const [id, context] of now) after.set(id, context)
      return after
    },
  })
}

/** What the viewer may see of cities: what anybody may, and those she sees in any state. */
const contextsFor = async (reader: Reader): Promise<CityContexts> => {
  if (visibleTo(reader.viewer).length > visibleTo(visitor).length) return readCityContexts(reader, null)
  const known = await keptContexts(reader)
  const hidden = alwaysVisibleTo(reader.viewer).filter((id) => kindOfId(id) === 'city' && !known.has(id))
  return hidden.length === 0 ? known : new Map([...known, ...(await readCityContexts(reader, hidden))])
}

/** Batched reads of what cities are compared by. */
export const createComparisonLoaders = (reader: Reader) => {
  let all: Promise<CityContexts> | undefined
  return {
    /** What is known of all cities the viewer may see. */
    cityContexts: (): Promise<CityContexts> => {
      all ??= contextsFor(reader)
      return all
    },
  }
}
