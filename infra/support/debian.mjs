// The two programs the tests need beside Node: a PostgreSQL server and a Chromium.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findPostgres } from '../test-postgres.mjs'
import { ProgramFailed, run } from './run.mjs'
import { say, step } from './say.mjs'

const PARTS = [
  {
    package: 'postgresql',
    title: 'PostgreSQL',
    found: () => findPostgres() !== null,
    get: 'install PostgreSQL 15 or newer (Debian: apt-get install postgresql)',
  },
  {
    package: 'chromium',
    title: 'Chromium',
    found: hasChromium,
    get: 'install Chromium as /usr/bin/chromium (Debian: apt-get install chromium)',
  },
]

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

function hasChromium() {
  return existsSync('/usr/bin/chromium')
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get')
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env })
}

/** Installs what is missing where that is allowed; gives which of the two are there. Says in a line each what is not. */
export async function testPrograms() {
  const missing = PARTS.filter((part) => !part.found())
  if (missing.length > 0 && mayInstall()) {
    const names = missing.map((part) => part.title).join(' and ')
    try {
      await step(`Installing ${names}`, () => aptInstall(missing.map((part) => part.package)))
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error
      say(error.output.trim().split('\n').slice(-5).join('\n'))
    }
  }
  for (const part of PARTS)
    if (!part.found()) say(`Missing: ${part.title}. Its tests are skipped; to run them, ${part.get}.`)
  return { postgres: findPostgres() !== null, chromium: hasChromium() }
}
