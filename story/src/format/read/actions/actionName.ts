import type { ActionFormat } from '../../../actions/action.ts'
import {
  actionNames,
  engineNamespaces,
  findFormat,
  isActionName,
  isTalk,
  namespaceOf,
} from '../../../actions/findAction.ts'
import { nearest } from '../../../names/nearest.ts'
import type { Located } from '../../diagnostics/sourceLocation.ts'
import type { GamebookFile } from '../../cursor/cursor.ts'
import { located, text, type Reader } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { suggest } from '../../diagnostics/suggestion.ts'

export interface WrittenAction extends Located<string> {
  /** Null for an event of the gamebook. */
  readonly format: ActionFormat | null
}

/** `namespace/name`: an action of the engine, or an event of the gamebook's own. */
export const actionName: Reader<WrittenAction> = (cursor) => {
  const written = located(text)(cursor)
  return written && checkActionName(written, cursor.file)
}

/** Undefined, and reported, for an invalid name. */
export function checkActionName(written: Located<string>, { hasSpeakers }: GamebookFile): WrittenAction | undefined {
  const { value, location } = written
  if (!/^[a-z0-9_-]+\/[a-z0-9_-]+$/i.test(value)) {
    const otherwise = 'Write a namespace and a name, as in "graph/transition" or "story/bell-rings".'
    const hint = suggest(value, actionNames, otherwise)
    report(location, 'bad-action-name', `"${value}" is not an action.`, hint)
    return undefined
  }
  if (isTalk(value) && !hasSpeakers) return { ...written, format: null }
  if (isActionName(value)) return { ...written, format: findFormat(value) ?? null }
  if (engineNamespaces.has(namespaceOf(value))) {
    const otherwise = `Available: ${actionNames.join(', ')}.`
    report(location, 'unknown-action', `There is no action "${value}".`, suggest(value, actionNames, otherwise))
    return undefined
  }
  const near = nearest(value, hasSpeakers ? actionNames : actionNames.filter((name) => !isTalk(name)))
  if (near !== undefined) {
    const message = `"${value}" is your own event: it changes nothing.`
    report(location, 'event-near-action', message, `Did you mean "${near}"?`)
  }
  return { ...written, format: null }
}
