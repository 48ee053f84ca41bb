import { actions } from '../../actions/actions.ts'
import { commonEntityKeys, edgeKeys, endingKeys, promiseKeys, reasonKeys, topicKeys, traitKeys } from './entityKeys.ts'
import { entityTypeKeys, graphOptions } from './entityTypeKeys.ts'
import { fieldKeys } from './fieldKeys.ts'
import { effectKeys, functionKeys, parameterKeys, triggerKeys } from './functionKeys.ts'
import { gamebookKeys, goalKeys, promptSections } from './gamebookKeys.ts'
import type { Keys } from './key.ts'
import { CONDITION, definition, NULLABLE_TEXT, TEXT, type Shape } from './shapes.ts'

/** The keys of each part of a gamebook, with the name of the part and its article. */
export const keysByPart: ReadonlyMap<string, Keys> = new Map<string, Keys>([
  ['the gamebook', gamebookKeys],
  ['"prompt"', promptSections],
  ['an entity type', entityTypeKeys],
  ['an entity', Object.assign({}, commonEntityKeys, ...Object.values(traitKeys))],
  ['an edge', edgeKeys],
  ['an ending', endingKeys],
  ['a function', functionKeys],
  ['a parameter', parameterKeys],
  ['a trigger', triggerKeys],
  ['an effect', effectKeys],
  ['a field declaration', fieldKeys],
  ['a topic', topicKeys],
  ['a promise', promiseKeys],
  ['a reason', reasonKeys],
  ['a goal', goalKeys],
  ['a trait', graphOptions],
])

/** Every key that has a meaning somewhere in a gamebook. */
export const allKeys: ReadonlySet<string> = new Set([...keysByPart.values()].flatMap((keys) => Object.keys(keys)))

/** The keys of the arguments of all actions. */
export const argumentKeys: ReadonlySet<string> = new Set(
  Object.values(actions).flatMap(({ payload }) => [...payload.keys()]),
)

/** The keys of which each must be text, wherever it is. */
export const textKeys: ReadonlySet<string> = new Set(
  [...keysByPart.values()].flatMap((keys) =>
    Object.entries(keys).flatMap(([key, { shape }]) => (isText(shape) ? [key] : [])),
  ),
)

/** The keys that hold a condition, wherever they are. */
export const conditionKeys: ReadonlySet<string> = new Set(
  [...keysByPart.values()].flatMap((keys) =>
    Object.entries(keys).flatMap(([key, { shape }]) => (shape === CONDITION ? [key] : [])),
  ),
)

function isText(shape: Shape): boolean {
  return shape === TEXT || shape === NULLABLE_TEXT || JSON.stringify(shape) === JSON.stringify(definition('text'))
}
