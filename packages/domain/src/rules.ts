import type { Action, MemberViewer, Scope, Subject } from './permissions.ts'
import { curates, leads, reviews } from './roles.ts'

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

/** The secretariat of the networks concerned, and administrators. */
const importsFor = (viewer: MemberViewer, subject: Subject): boolean =>
  curates(viewer, subject) || administers(viewer, subject)

/** Those who answer for what an entry shows: who answers for the entry, and who leads an organisation that leads it. */
const keeps = (viewer: MemberViewer, subject: Subject): boolean =>
  answersFor(viewer, subject) || (subject.ledBy ?? []).some((id) => leads(viewer, id))

/** What members may do besides what everybody may: one rule for every action there is. */
export const rules: Readonly<Record<Action, Rule>> = {
  'entry.read': {
    needs: 'read',
    allows: (viewer, { entry }) => leads(viewer, entry) || reviews(viewer, entry),
  },
  'entry.save': { needs: 'write', allows: nobody },
  // What is there already may be overwritten by those alone whose network it belongs to.
  'entry.import': { needs: 'write', allows: importsFor },
  'concept.save': { needs: 'write', allows: nobody },
  // What is not public yet is for whoever sent it and for those who decide about it.
  'file.read': {
    needs: 'read',
    allows: (viewer, subject) =>
      own(viewer, subject) || reviews(viewer, subject.entry) || keeps(viewer, subject),
  },
  'file.upload': { needs: 'write', allows: own },
  // What belongs to no entry is its sender's; what does belongs to those who keep the entry, whoever sent it.
  'file.change': {
    needs: 'write',
    allows: (viewer, subject) =>
      subject.entry === undefined ? own(viewer, subject) : keeps(viewer, subject),
  },
  // An import is its secretariat's, whoever of it began it; without a network it is the administrators'.
  'import.read': { needs: 'read', allows: importsFor },
  'import.change': { needs: 'write', allows: importsFor },
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
}

/** Whether the token a member uses, if any, is good for what an action needs. */
export const tokenAllows = ({ scopes }: MemberViewer, needs: Needs): boolean => {
  if (scopes === null) return true
  if (needs === 'none') return false
  return scopes.includes('write') || scopes.includes(needs)
}
