import { randomBytes } from 'node:crypto'
import { describe } from 'vitest'
import { describeSearchEngine } from '../testing/describe-search-engine.ts'
import { describeDifferential } from '../testing/differential.ts'
import { testServer } from '../testing/meilisearch.ts'
import { describeRanking } from '../testing/ranking.ts'
import { openMeilisearchEngine } from './meilisearch-engine.ts'

const server = testServer()
const clock = { now: () => new Date() }
const run = randomBytes(4).toString('hex')
let opened = 0

const open = async (few?: number) =>
  openMeilisearchEngine({
    ...(server ?? { url: '', key: '' }),
    prefix: `test-${run}-${opened++}`,
    strict: false,
    searchMs: 30_000,
    clock,
    ...(few === undefined ? {} : { few }),
  })

describe.skipIf(!server)('on a real Meilisearch server', () => {
  describeSearchEngine('the Meilisearch engine', () => open(), 0.1)

  describe('the Meilisearch engine, splitting every crowd by cost', () => {
    describeDifferential(() => open(0), 0.1)
    describeRanking(() => open(0))
  })
})
