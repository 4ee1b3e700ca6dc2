/** One thing that is wrong with one field (or one row's field) of what somebody sent. */
export type FieldError = { field: string; message: string }

/** Failures we expect. Each says in `message` what happened and what to do next; anything else is a fault and is masked. */
export class HansaError extends Error {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
  }
}

/** The input breaks a rule; `fields` names every field at fault. */
export class InvalidInput extends HansaError {
  readonly fields: FieldError[]
  constructor(fields: FieldError[], message = fields.map((f) => `${f.field}: ${f.message}`).join('; ')) {
    super('INVALID_INPUT', message)
    this.fields = fields
  }
}

/** What was asked for does not exist, or is not visible to the viewer. */
export class NotFound extends HansaError {
  constructor(what: string) {
    super('NOT_FOUND', `${what} was not found.`)
  }
}

/** The viewer is known and may not do this. */
export class Forbidden extends HansaError {
  constructor(message = 'You are not allowed to do this.') {
    super('FORBIDDEN', message)
  }
}

/** Nobody is signed in and the action needs somebody. */
export class Unauthenticated extends HansaError {
  constructor(message = 'Sign in to do this.') {
    super('UNAUTHENTICATED', message)
  }
}

/** Somebody else changed the same thing first, or it exists already. */
export class Conflict extends HansaError {
  constructor(message: string) {
    super('CONFLICT', message)
  }
}

/** Too many requests; `retryAfter` is in seconds. */
export class RateLimited extends HansaError {
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('RATE_LIMITED', `Too many requests. Try again in ${retryAfter} seconds.`)
    this.retryAfter = retryAfter
  }
}

/** A part we depend on does not answer; trying again later may help. */
export class Unavailable extends HansaError {
  constructor(message: string, options?: ErrorOptions) {
    super('UNAVAILABLE', message, options)
  }
}
