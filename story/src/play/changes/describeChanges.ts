import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { EffectRecord, Receipt } from '../../state/receipt.ts'
import { changeNames, type ChangeNames } from './changeNames.ts'
import { describeChange } from './describeChange.ts'
import { describeRoll, type RollOrigin } from './describeRoll.ts'
import type { World } from '../../state/world.ts'

/**
 * What a call and the triggers after it changed, for the narrator: at least one line, without ids, and only of what is
 * visible before or after.
 * @param before the gamebook at the state before the call
 * @param after the gamebook at the final state
 */
export function describeChanges(before: World, after: World, receipts: readonly Receipt[]): readonly string[] {
  const names = changeNames(before, after)
  const applied = receipts.filter(({ result }) => result === 'applied')
  const lines = [...applied.flatMap((receipt) => describeReceipt(names, receipt)), ...describeEnding(before, after)]
  if (lines.length === 0) return [describeOutcome(applied)]
  const left = lines.length - MAX_LINES
  return left <= 0 ? lines : [...lines.slice(0, MAX_LINES), `And ${left} more changes.`]
}

/** A rule can change thousands of fields at once. */
const MAX_LINES = 60

function describeReceipt(names: ChangeNames, receipt: Receipt): readonly string[] {
  const inner = receipt.trigger === undefined ? CALL : ({ kind: 'trigger', id: receipt.trigger } as const)
  return describeRecord(names, receipt, inner, originOf(names, receipt) ?? inner)
}

/** Only the call of a function has a check. */
function originOf({ after }: ChangeNames, { function: name = '' }: Receipt): RollOrigin | null {
  const check = indexOf(after.gamebook).functions.get(name)?.check ?? null
  return check === null ? null : { kind: 'check', add: check.add }
}

const CALL = { kind: 'call' } as const

type Described = Pick<EffectRecord, 'action' | 'args' | 'roll' | 'changes' | 'effects'>

/** @param own the origin of the record's own roll; `origin` is that of its effects */
function describeRecord(
  names: ChangeNames,
  record: Described,
  origin: RollOrigin,
  own: RollOrigin = origin,
): readonly string[] {
  const { action, args, roll, changes, effects = [] } = record
  if (action === RESET) return ['The story starts over.']
  return [
    ...describeQuestion(names, record),
    ...(roll === undefined ? [] : [describeRoll(names, roll, args, own)]),
    ...changes.flatMap((change) => describeChange(names, change) ?? []),
    ...effects.flatMap((effect) => describeRecord(names, effect, origin)),
  ]
}

const RESET = 'core/reset-game'
const ASK = 'talk/ask'

/** Whom the player asked, and about what if the story offers the topic by a label. */
function describeQuestion(names: ChangeNames, { action, args }: Described): readonly string[] {
  if (action !== ASK || typeof args !== 'object' || args === null || !('entity_id' in args)) return []
  const speaker = typeof args.entity_id === 'string' ? names.after.gamebook.entities.get(args.entity_id) : undefined
  const name = speaker === undefined ? null : names.nameOf(speaker)
  if (name === null) return []
  const topic = speaker?.speaker?.topics.find(({ id }) => id === args['topic'])
  return [topic?.label == null ? `Asked: ${name}` : `Asked: ${name}, about ${topic.label}`]
}

function describeEnding({ state: before }: World, { state: { ended } }: World): readonly string[] {
  if (ended === undefined || before.ended !== undefined) return []
  if ('title' in ended) return [`The story ends: ${ended.title}.`]
  return [ended.reason === null ? 'The story ends.' : `The story ends: ${ended.reason}`]
}

/** For a call that changed nothing the narrator may know of. */
function describeOutcome([call]: readonly Receipt[]): string {
  if (call?.roll?.success === undefined) return 'It is done.'
  return call.roll.success ? 'It was tried, and it worked.' : 'It was tried, and it did not work.'
}
