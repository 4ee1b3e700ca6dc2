/** Channel on which a transaction that wrote to the outbox notifies. */
export const OUTBOX_CHANNEL = 'hansa_outbox'

/** Channel on which a transaction that wrote a letter notifies. */
export const MAIL_CHANNEL = 'hansa_mail'

/** Every channel somebody may listen on. */
export const CHANNELS = [OUTBOX_CHANNEL, MAIL_CHANNEL]
