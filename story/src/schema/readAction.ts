import { nearest } from '../names/nearest.ts'
import { actionByTarget, engineActions, engineNamespaces, namespaceOf } from './engineActions.ts'
import type { MappingReader } from '../reading/mappingReader.ts'
import { notSupportedYet } from './notSupportedYet.ts'
import type { Located, Place } from '../reading/place.ts'
import { located, text } from '../reading/readers.ts'
import { relatedTo, report } from '../reading/reporter.ts'
import { suggest } from '../reading/suggestion.ts'

/** The action that a function asks for. */
export interface MainAction {
  readonly name: string
  readonly place: Place
  readonly writtenAs: 'target' | 'action'
}

/** Null where the function has no action that is known; why is reported. */
export function readAction(keys: MappingReader): MainAction | null {
  const target = keys.optional('target', located(text), null)
  const action = keys.optional('action', located(text), null)
  const byTarget = target && findByTarget(target)
  const byAction = action && checkAction(action)
  if (target !== null && byTarget === null) return null
  if (byTarget !== null && byAction !== null && byTarget.name !== byAction.name) reportMismatch(byTarget, byAction)
  const main = byTarget ?? byAction
  if (main === null) checkNotEmpty(keys)
  else if (main.name !== 'graph/transition') notSupportedYet(main.place, `the action ${main.name}`)
  return main
}

function findByTarget({ value, place }: Located<string>): MainAction | null {
  const name = actionByTarget.get(value)
  if (name !== undefined) return { name, place, writtenAs: 'target' }
  const known = [...actionByTarget.keys()]
  const message = `There is no target "${value}", so that this function gives no tool.`
  report(place, 'unknown-target', message, suggest(value, known, `There are: ${known.join(', ')}.`))
  return null
}

function checkAction({ value, place }: Located<string>): MainAction | null {
  if (!/^[a-z0-9_-]+\/[a-z0-9_-]+$/i.test(value)) {
    const message = `"${value}" is no action.`
    report(
      place,
      'bad-action-name',
      message,
      'Write namespace and name, as in "graph/transition" or "story/bell-rings".',
    )
    return null
  }
  if (engineActions.has(value)) return { name: value, place, writtenAs: 'action' }
  if (engineNamespaces.has(namespaceOf(value))) {
    const otherwise = `There are: ${[...engineActions.keys()].join(', ')}.`
    report(place, 'unknown-action', `There is no action "${value}".`, suggest(value, engineActions.keys(), otherwise))
    return null
  }
  const near = nearest(value, engineActions.keys())
  if (near !== undefined) {
    const message = `"${value}" is an event of your own: it changes nothing.`
    report(place, 'event-near-action', message, `Did you mean "${near}"?`)
  }
  return { name: value, place, writtenAs: 'action' }
}

function reportMismatch(byTarget: MainAction, byAction: MainAction): void {
  report(
    byAction.place,
    'target-action-mismatch',
    `The action ${byAction.name} is not what the target means: ${byTarget.name}.`,
    'Keep one of "target" and "action".',
    [relatedTo(byTarget.place, 'The target stands here.')],
  )
}

function checkNotEmpty(keys: MappingReader): void {
  if (['target', 'action', 'check', 'effects'].some((key) => keys.entry(key) !== undefined)) return
  report(
    keys.place,
    'empty-function',
    'This function does nothing.',
    'Say what it does, for example "target: transition".',
  )
}
