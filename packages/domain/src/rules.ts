import type { Action, MemberViewer, Scope, Subject } from './permissions.ts'
import { began, curates, isSecretariat, leads, reviews } from './roles.ts'

/** What a token of the API must allow for an action; `none`: no token is enough, she must be signed in herself. */
type Needs = Scope | 'none'

type Rule = { readonly needs: Needs; readonly allows: (viewer: MemberViewer, subject: Subject) => boolean }

const own = (viewer: MemberViewer, { member }: Subject): boolean => member === viewer.id
const others = (viewer: MemberViewer, { member }: Subject): boolean =>
  member !== undefined && member !== viewer.id
const nobody = (): boolean => false
const everyMember = (): boolean => true

/** An administrator acts on something in particular, never on nothing. */
const administers = (viewer: MemberViewer, { entry, member }: Subject): boolean =>
  viewer.isAdministrator && (entry ?? member) !== undefined

/** Those who answer for an entry: who leads it, the secretariat of its networks, administrators. */
const answersFor = (viewer: MemberViewer, subject: Subject): boolean =>
  leads(viewer, subject.entry) || curates(viewer, subject) || administers(viewer, subject)

/** Those who answer for what an entry shows: who answers for the entry, and who leads an organisation that leads it. */
const keeps = (viewer: MemberViewer, subject: Subject): boolean =>
  answersFor(viewer, subject) || (subject.ledBy ?? []).some((id) => leads(viewer, id))

/** Those who decide about an entry: the secretariat of its networks, and administrators. */
const decides = (viewer: MemberViewer, subject: Subject): boolean =>
  curates(viewer, subject) || administers(viewer, subject)

const wrote = (viewer: MemberViewer, { writers }: Subject): boolean => writers?.includes(viewer.id) ?? false

/** Those for whom an entry speaks: who began it, leads it, or leads an organisation that leads it. */
const speaksThrough = (viewer: MemberViewer, { entry, ledBy = [] }: Subject): boolean =>
  began(viewer, entry) || leads(viewer, entry) || ledBy.some((id) => leads(viewer, id))

/** Those who write a revision. */
const writes = (viewer: MemberViewer, subject: Subject): boolean =>
  subject.writers !== undefined && (wrote(viewer, subject) || speaksThrough(viewer, subject))

/** Those who decide about a revision once it was submitted; never one of which they wrote anything. */
const curatesRevision = (viewer: MemberViewer, subject: Subject): boolean =>
  subject.writers !== undefined && !wrote(viewer, subject) && decides(viewer, subject)

/** What members may do besides what everybody may: one rule for every action there is. */
export const rules: Readonly<Record<Action, Rule>> = {
  'entry.read': {
    needs: 'read',
    allows: (viewer, { entry }) => leads(viewer, entry) || reviews(viewer, entry) || began(viewer, entry),
  },
  'entry.save': { needs: 'write', allows: nobody },
  'concept.save': { needs: 'write', allows: nobody },
  // What is not public yet is for whoever sent it and for those who decide about it.
  'file.read': {
    needs: 'read',
    allows: (viewer, subject) =>
      own(viewer, subject) ||
      reviews(viewer, subject.entry) ||
      began(viewer, subject.entry) ||
      keeps(viewer, subject),
  },
  'file.upload': { needs: 'write', allows: own },
  // What belongs to no entry is its sender's; what does belongs to those who keep the entry, whoever sent it, and to who
  // began it until it is published.
  'file.change': {
    needs: 'write',
    allows: (viewer, subject) =>
      subject.entry === undefined
        ? own(viewer, subject)
        : keeps(viewer, subject) || (subject.state === 'draft' && began(viewer, subject.entry)),
  },
  'instance.export': { needs: 'none', allows: nobody },
  'instance.import': { needs: 'none', allows: nobody },

  'account.read': { needs: 'read', allows: own },
  // A token must never be able to make itself stronger: the account is changed by the person herself.
  'account.change': { needs: 'none', allows: own },

  'directory.read': { needs: 'read', allows: everyMember },
  'profile.change': { needs: 'write', allows: own },
  'profile.consent': { needs: 'none', allows: own },
  'member.contact': { needs: 'none', allows: others },
  'member.export': { needs: 'none', allows: own },
  'member.erase': {
    needs: 'none',
    allows: (viewer, subject) => own(viewer, subject) || administers(viewer, subject),
  },

  'affiliation.request': { needs: 'write', allows: own },
  // Nobody vouches for herself, not even who leads the entry already; only an administrator has nobody above her.
  'affiliation.decide': {
    needs: 'write',
    allows: (viewer, subject) =>
      answersFor(viewer, subject) && (others(viewer, subject) || viewer.isAdministrator),
  },
  'affiliation.end': {
    needs: 'write',
    allows: (viewer, subject) => own(viewer, subject) || answersFor(viewer, subject),
  },
  'affiliation.list': { needs: 'read', allows: answersFor },
  'ownership.handOver': {
    needs: 'none',
    allows: (viewer, subject) => leads(viewer, subject.entry) || administers(viewer, subject),
  },
  'review.appoint': {
    needs: 'write',
    allows: (viewer, subject) => curates(viewer, subject) || administers(viewer, subject),
  },

  'entry.start': { needs: 'write', allows: own },
  'entry.curate': { needs: 'write', allows: decides },
  'entry.confirm': {
    needs: 'write',
    allows: (viewer, subject) =>
      subject.state === 'published' && (keeps(viewer, subject) || began(viewer, subject.entry)),
  },
  // What is published anybody may propose to improve; what is not, only those for whom it speaks.
  'revision.start': {
    needs: 'write',
    allows: (viewer, subject) =>
      subject.state === 'published' || (subject.entry !== undefined && speaksThrough(viewer, subject)),
  },
  'revision.read': {
    needs: 'read',
    allows: (viewer, subject) =>
      writes(viewer, subject) ||
      (subject.writers !== undefined && reviews(viewer, subject.entry)) ||
      (subject.submitted === true && decides(viewer, subject)),
  },
  'revision.write': { needs: 'write', allows: writes },
  // Nobody decides about what she wrote herself, an administrator as little as anybody else.
  'revision.curate': { needs: 'write', allows: curatesRevision },
  'revision.remark': {
    needs: 'write',
    allows: (viewer, subject) =>
      subject.submitted === true &&
      (reviews(viewer, subject.entry) || curatesRevision(viewer, subject)) &&
      !wrote(viewer, subject),
  },
  'review.write': {
    needs: 'write',
    allows: (viewer, subject) =>
      own(viewer, subject) && reviews(viewer, subject.entry) && !wrote(viewer, subject),
  },
  'curation.read': { needs: 'read', allows: isSecretariat },
  'curation.bulk': { needs: 'write', allows: isSecretariat },
  'curation.rule': {
    needs: 'write',
    allows: (viewer, subject) => leads(viewer, subject.entry) || administers(viewer, subject),
  },

  'people.read': { needs: 'read', allows: (viewer) => viewer.isAdministrator },
  'people.change': {
    needs: 'none',
    allows: (viewer, subject) => administers(viewer, subject) && others(viewer, subject),
  },
  'audit.read': {
    needs: 'read',
    allows: (viewer, subject) =>
      viewer.isAdministrator || own(viewer, subject) || leads(viewer, subject.entry),
  },

  // What somebody follows and is told is nobody else's business, not even an administrator's.
  'news.read': { needs: 'read', allows: own },
  'news.change': { needs: 'write', allows: own },
}

/** Whether the token a member uses, if any, is good for what an action needs. */
export const tokenAllows = ({ scopes }: MemberViewer, needs: Needs): boolean => {
  if (scopes === null) return true
  if (needs === 'none') return false
  return scopes.includes('write') || scopes.includes(needs)
}
