/** One thing that is wrong with one field (or one row's field) of what somebody sent. */
export type FieldError = {
  field: string
  message: string
  /** What kind of thing is wrong, for who says it in another language. */
  code?: ProblemCode
}

/**
 * `INVALID`: not of the form it must have. `WRONG`: of that form, and not the right one. `EXPIRED`: not good any more, or never
 * was. `CONFLICT`: it is there already, or is not there. `REFUSED`: somebody who was asked said no. `UNAVAILABLE`: somebody else's
 * part does not answer.
 */
export const problemCodes = ['INVALID', 'WRONG', 'EXPIRED', 'CONFLICT', 'REFUSED', 'UNAVAILABLE'] as const
export type ProblemCode = (typeof problemCodes)[number]

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

/** The viewer signed in too long ago for this: whoever finds her browser open must not be able to do it. */
export class SignInAgain extends HansaError {
  constructor() {
    super('SIGN_IN_AGAIN', 'Sign in again to do this: you signed in some time ago.')
  }
}

/** The instance has no accounts. */
export class AccountsClosed extends HansaError {
  constructor() {
    super('ACCOUNTS_CLOSED', 'This instance has no accounts: it has no mail server to write to people with.')
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
