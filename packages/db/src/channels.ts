/** Channel on which a transaction that wrote to the outbox notifies. */
export const OUTBOX_CHANNEL = 'hansa_outbox'

/** Every channel somebody may listen on. */
export const CHANNELS = [OUTBOX_CHANNEL]
