/** What must be there before anybody is served. */
export const PARTS = ['database', 'search', 'seed'] as const

export type Part = (typeof PARTS)[number]

export type ReadyReport = { ready: boolean } & Record<Part, 'ready' | 'missing'>

/** Knows which parts are there, asking those that can fail later. */
export type Readiness = {
  /** From now on `check` says whether the part is there; false or a rejection means it is not. */
  set(part: Part, check: () => Promise<boolean>): void
  /** Nothing is ready any more: the server stops. */
  stop(): void
  report(): Promise<ReadyReport>
}

const LONGEST_MS = 2000

async function holds(check: (() => Promise<boolean>) | undefined): Promise<boolean> {
  if (!check) return false
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_MS)
  })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Starts with every part missing. */
export function createReadiness(): Readiness {
  const checks = new Map<Part, () => Promise<boolean>>()
  let stopped = false
  return {
    set: (part, check) => void checks.set(part, check),
    stop: () => {
      stopped = true
    },
    async report() {
      const found = await Promise.all(PARTS.map((part) => holds(checks.get(part))))
      const state = (part: Part): ReadyReport[Part] => (found[PARTS.indexOf(part)] ? 'ready' : 'missing')
      const parts = { database: state('database'), search: state('search'), seed: state('seed') }
      return { ready: !stopped && found.every(Boolean), ...parts }
    },
  }
}
