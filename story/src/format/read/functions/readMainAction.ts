import { actionByTarget, findFormat } from '../../../actions/findAction.ts'
import type { MappingReader } from '../../cursor/mappingReader.ts'
import type { Located } from '../../diagnostics/sourceLocation.ts'
import { located, text } from '../../cursor/readers.ts'
import { relatedTo, report } from '../../diagnostics/reporter.ts'
import { suggest } from '../../diagnostics/suggestion.ts'
import { actionName, type WrittenAction } from '../actions/actionName.ts'

/** The main action of a function, written as a target or as an action. */
export interface NamedAction extends WrittenAction {
  readonly writtenAs: 'target' | 'action'
}

/** `none` if the function only rolls or has effects; `faulty` if its action is invalid, which is reported. */
export function readMainAction(keys: MappingReader): NamedAction | 'none' | 'faulty' {
  const target = keys.optional('target', located(text), null)
  const action = keys.optional('action', actionName, null)
  const byTarget = target && findByTarget(target)
  const isFaulty = (key: string, read: unknown) => keys.entry(key) !== undefined && read === null
  if (isFaulty('target', byTarget) || isFaulty('action', action)) return 'faulty'
  const byAction: NamedAction | null = action && { ...action, writtenAs: 'action' }
  if (byTarget !== null && byAction !== null && byTarget.value !== byAction.value) reportMismatch(byTarget, byAction)
  return byTarget ?? byAction ?? checkNotEmpty(keys)
}

function findByTarget({ value, location }: Located<string>): NamedAction | null {
  const name = actionByTarget.get(value)
  if (name !== undefined) return { value: name, location, format: findFormat(name) ?? null, writtenAs: 'target' }
  const known = [...actionByTarget.keys()]
  const message = `There is no target "${value}", so this function offers no tool.`
  report(location, 'unknown-target', message, suggest(value, known, `Available: ${known.join(', ')}.`))
  return null
}

function reportMismatch(byTarget: NamedAction, byAction: NamedAction): void {
  report(
    byAction.location,
    'target-action-mismatch',
    `The action ${byAction.value} is not the one that "target" gives: ${byTarget.value}.`,
    'Remove either "target" or "action".',
    [relatedTo(byTarget.location, 'The target is here.')],
  )
}

function checkNotEmpty(keys: MappingReader): 'none' | 'faulty' {
  if (['check', 'effects', 'narrate'].some((key) => keys.entry(key) !== undefined)) return 'none'
  const hint = 'Add what it does, for example "target: transition".'
  report(keys.location, 'empty-function', 'This function does nothing.', hint)
  return 'faulty'
}
