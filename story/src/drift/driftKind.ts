/** How sure code can be of a finding: without doubt, almost always right, or worth a look. */
export type Certainty = 'exact' | 'sure' | 'fair'

/** What is wrong with an answer, and how sure code can be of it. */
const CERTAINTIES = {
  'secret-revealed': 'exact',
  'id-leaked': 'exact',
  'engine-words': 'exact',
  'state-echoed': 'exact',
  'tool-as-text': 'exact',
  'thought-leaked': 'exact',
  'meta-talk': 'exact',
  'role-swapped': 'exact',
  empty: 'exact',
  loop: 'exact',
  'moved-unconfirmed': 'sure',
  'item-gained-unconfirmed': 'sure',
  'item-lost-unconfirmed': 'sure',
  'item-moved-unconfirmed': 'sure',
  'clock-contradicted': 'sure',
  'number-contradicted': 'sure',
  'ending-contradicted': 'sure',
  'ending-told': 'sure',
  'refusal-ignored': 'sure',
  'failure-told-as-success': 'sure',
  'success-told-as-failure': 'sure',
  'language-switched': 'sure',
  'state-contradicted': 'fair',
  'number-invented': 'fair',
  'clock-invented': 'fair',
  'thing-invented': 'fair',
  'person-invented': 'fair',
  'exit-invented': 'fair',
  'scenery-invented': 'fair',
  'reason-invented': 'fair',
  'outcome-invented': 'fair',
  'player-decided': 'fair',
  'dice-told': 'fair',
  repetition: 'fair',
  'non-answer': 'fair',
  'prose-before-call': 'fair',
  'call-repeated': 'fair',
} as const satisfies Readonly<Record<string, Certainty>>

export type DriftKind = keyof typeof CERTAINTIES

export function isDriftKind(name: string): name is DriftKind {
  return Object.hasOwn(CERTAINTIES, name)
}

export const driftKinds: readonly DriftKind[] = Object.keys(CERTAINTIES).filter(isDriftKind)

export function certaintyOf(kind: DriftKind): Certainty {
  return CERTAINTIES[kind]
}

/** Kinds that people label and code can't find: nothing in the state says what a story may add. */
export const BEYOND_CODE: ReadonlySet<DriftKind> = new Set<DriftKind>([
  'scenery-invented',
  'reason-invented',
  'outcome-invented',
  'prose-before-call',
])
