import type { FindingEntry } from './findingEntry.ts'

type Setting = NonNullable<FindingEntry['setting']>

/** A field that can be set and set back: whether the player is wet. */
export const wet = (...functions: readonly string[]): Setting => [
  ['      rested: {type: boolean}\n', '      rested: {type: boolean}\n      wet: {type: boolean}\n'],
  ['          - name: pray\n', `${functions.map((fn) => `          - ${fn}\n`).join('')}          - name: pray\n`],
  ['cans of oil.', 'cans of oil{{ ", soaked" if player.wet else "" }}.'],
]

export const SWIM = '{name: swim, description: The player swims., effects: [{state/set: {field: wet, value: true}}]}'
export const DRY = '{name: dry, description: The player dries off., effects: [{state/set: {field: wet, value: false}}]}'

/** More triggers, before the one at dawn. */
export const triggers = (...list: readonly string[]): Setting => [
  ['    triggers:\n', `    triggers:\n${list.map((trigger) => `      - ${trigger}\n`).join('')}`],
]

/** A key of the ending. */
export const endingKey = (key: string): Setting => [
  ['        ending: {title', `        ${key}\n        ending: {title`],
]

/** Another entity type at the end of the file. */
export const type = (yaml: string): Setting => [
  ['        effects: [{narrate: It grows light.}]\n', `        effects: [{narrate: It grows light.}]\n${yaml}`],
]
