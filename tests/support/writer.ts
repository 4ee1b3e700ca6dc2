import { saveEntries } from '@hansa/api'
import { openDatabase, silentLog } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'

/* Writes entry after entry and says each that is committed: `node writer.ts <data folder> <name of the round>`. */

const [dataDir = '', round = ''] = process.argv.slice(2)
const database = await openDatabase({ dataDir, log: silentLog })
await database.migrate()
const viewer = { kind: 'system', name: 'test' } as const

for (let number = 1; ; number++) {
  const key = `${round}-${number}`
  const provenance = { system: 'test', id: key }
  const title = `Unbreakable promise ${key}`
  const input = { title, summary: 'Kept through every crash.', type: 'network-type/city-network', provenance }
  await saveEntries({ db: database.db, viewer }, [
    { kind: 'network', id: idFromSource('netw', 'test', key), input },
  ])
  process.stdout.write(`${number}\n`)
}
