import type { Gamebook } from '../gamebook/gamebook.ts'
import { startState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { constantInstructions, isConstant } from './alwaysVisible.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import {
  ENGINE_RULE,
  FORMAT_WITHOUT_LENGTH,
  FREE_RULE,
  NARRATIONS_RULE,
  NO_FREE_RULE,
  sectionText,
} from './sections.ts'
import { promptTypes, type PromptType } from './promptType.ts'
import { formatSettings, isLengthChosen } from './settings/formatSettings.ts'
import { worldBlocks } from './worldBlocks.ts'
import { selectWorld, type WorldLimit } from './worldSelection.ts'
import { DEFAULT_NARRATION, type NarrationSettings } from './settings/narrationSettings.ts'
import { TURN_HEADINGS } from './headings.ts'

/**
 * The system text. It depends only on the gamebook, the settings and the limit, so a provider's prompt cache works until
 * the player changes settings or model.
 */
export function buildSystemText(
  gamebook: Gamebook,
  settings: NarrationSettings = DEFAULT_NARRATION,
  limit: WorldLimit = {},
): string {
  const parts = partsOf(gamebook, selectWorld(gamebook, limit))
  const isBuiltInFormat = !gamebook.prompt.has('format')
  const format =
    isBuiltInFormat && isLengthChosen(gamebook, settings) ? FORMAT_WITHOUT_LENGTH : sectionText(gamebook, 'format')
  return [
    parts.before,
    joinSections([
      ['Format', format],
      ['Settings', formatSettings(gamebook, settings)],
    ]),
    parts.after,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What stands before and after the sections that settings change. */
interface Parts {
  readonly before: string
  readonly after: string
}

/** The entities that are described, null for all of them; a set is the same for the same gamebook and limit. */
type Selected = ReadonlySet<string> | null

/** By the selection, or by the gamebook if it is described whole. */
const known = new WeakMap<object, Parts>()

function partsOf(gamebook: Gamebook, selected: Selected): Parts {
  const parts = known.get(selected ?? gamebook) ?? buildParts(gamebook, selected)
  known.set(selected ?? gamebook, parts)
  return parts
}

function buildParts(gamebook: Gamebook, selected: Selected): Parts {
  const language = sectionText(gamebook, 'language')
  const world = promptTypes(gamebook).flatMap((type) => typeBlocks(gamebook, type, selected))
  return {
    before: joinSections([
      ['Role', sectionText(gamebook, 'role')],
      ['Goal', sectionText(gamebook, 'goal')],
      ['Rules', sectionText(gamebook, 'rules')],
    ]),
    after: joinSections([
      ['Style', sectionText(gamebook, 'style')],
      ['Language', language === null ? null : `Write in ${language}.`],
      ['Engine', engineSection(gamebook)],
      ['Story', gamebook.description?.trim() ?? null],
      ['World', world.join('\n\n')],
    ]),
  }
}

function joinSections(sections: readonly (readonly [string, string | null])[]): string {
  return sections
    .flatMap(([title, text]) => (text === null || text === '' ? [] : [`# ${title}\n\n${text}`]))
    .join('\n\n')
}

function engineSection(gamebook: Gamebook): string | null {
  const free = gamebook.improvisation.kind === 'none' ? NO_FREE_RULE : FREE_RULE
  const calls = gamebook.functions.length === 0 ? [] : [ENGINE_RULE, free]
  const narrations = indexOf(gamebook).hasNarrations ? [NARRATIONS_RULE] : []
  return calls.length + narrations.length === 0 ? null : [...calls, ...narrations].join(' ')
}

/** The author's direction for the opening; null if the author leaves it out. */
export function buildOpening(gamebook: Gamebook): string | null {
  return sectionText(gamebook, 'opening')
}

/** The first user message, in place of the player's: the same in its own turn and later in the history. */
export function buildOpeningText(gamebook: Gamebook): string {
  return `# ${TURN_HEADINGS.opening}\n\n${buildOpening(gamebook) ?? 'Begin.'}`
}

function typeBlocks(gamebook: Gamebook, type: PromptType, selected: Selected): readonly string[] {
  const world = worldOf(gamebook, startState(0))
  const instructions = constantInstructions(world, type) ?? ''
  const entities = type.entities
    .filter((entity) => isConstant(world, entity) && selected?.has(entity.id) !== false)
    .flatMap((entity) => worldBlocks(world, type, entity))
  const blocks = [instructions, ...entities].filter((block) => block !== '')
  return blocks.length === 0 ? [] : [`## ${type.name}`, ...blocks]
}
