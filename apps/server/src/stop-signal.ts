/**
 * A signal that is aborted once when this process shall end: by Ctrl-C, by SIGTERM, or because whoever started it with
 * a channel is gone. Later signals change nothing: a terminal sends Ctrl-C to every process, and npm repeats it.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  process.on('disconnect', stop)
  // Listening for the end of the channel must not keep the process alive.
  process.channel?.unref()
  return controller.signal
}
