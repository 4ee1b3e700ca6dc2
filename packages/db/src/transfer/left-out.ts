/**
 * Tables that do not travel with an export. What lies in them is good for signing in or for minutes only: who restores
 * a backup must not bring sessions and tokens back to life that were ended since, nor send letters a second time.
 */
export const leftOut: ReadonlySet<string> = new Set([
  'session',
  'known_device',
  'ticket',
  'api_token',
  'throttle',
  'mail',
])
