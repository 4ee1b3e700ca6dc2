import { z } from 'zod'
import { consentTexts } from './consent-texts.ts'
import type { LocalizedText } from './text.ts'

/** What a member can agree to. */
export const consentPurposes = ['profile'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** A text somebody agrees to; a change of its words needs a new version, and a new consent. */
export type ConsentText = { readonly version: string; readonly text: LocalizedText }

/** The text that is in force for a purpose. */
export const consentText = (purpose: ConsentPurpose): ConsentText => consentTexts[purpose]

/** That a member agrees to a text: which one, and in which language she read it. */
export const Consent = z.strictObject({ version: z.string().max(40), language: z.string().max(35) })
export type Consent = z.infer<typeof Consent>
