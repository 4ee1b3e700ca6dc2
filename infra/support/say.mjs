// Calm lines about what is going on, for a person at a terminal or for a log file.

const live = process.stdout.isTTY === true && process.env.TERM !== 'dumb'
const colour = live && !process.env.NO_COLOR

/** One plain line. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends the program with one sentence on stderr; `details` is what another program said, for who wants to know more. */
export function stop(sentence, { code = 1, details = '' } = {}) {
  const tail = details.trim().split('\n').slice(-30).join('\n')
  if (tail) process.stderr.write(`${tail}\n\n`)
  process.stderr.write(colour ? `\x1b[31m${sentence}\x1b[39m\n` : `${sentence}\n`)
  process.exit(code)
}

function seconds(since) {
  return `${Math.max(1, Math.round((performance.now() - since) / 1000))} s`
}

/**
 * Runs `work` while showing `title`: on a terminal with the seconds counting, elsewhere as one line when it starts
 * and one when it is done. Nothing is shown for what takes less than `quietMs`.
 */
export async function step(title, work, { quietMs = 400 } = {}) {
  const since = performance.now()
  let shown = false
  const show = () => {
    if (live) process.stdout.write(`\r\x1b[2K${title}… ${seconds(since)}`)
    else if (!shown) say(`${title}…`)
    shown = true
  }
  const first = setTimeout(show, quietMs)
  const ticks = live ? setInterval(() => shown && show(), 1000) : undefined
  try {
    const result = await work()
    if (shown) say(live ? `\r\x1b[2K${title}… ${seconds(since)}` : `${title}… done in ${seconds(since)}`)
    return result
  } catch (error) {
    if (shown && live) say('')
    throw error
  } finally {
    clearTimeout(first)
    clearInterval(ticks)
  }
}
