/** Channel on which a transaction that wrote to the outbox notifies. */
export const OUTBOX_CHANNEL = 'hansa_outbox'

/** Channel on which a transaction that wrote a letter notifies. */
export const MAIL_CHANNEL = 'hansa_mail'

/** Channel on which a transaction that wrote a job notifies. */
export const JOB_CHANNEL = 'hansa_job'

/** Every channel somebody may listen on. */
export const CHANNELS = [OUTBOX_CHANNEL, MAIL_CHANNEL, JOB_CHANNEL]
