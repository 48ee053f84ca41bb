import type { Gamebook } from '../gamebook/gamebook.ts'
import { startState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { constantInstructions, isConstant } from './alwaysVisible.ts'
import { constantDetails } from './details.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { ENGINE_SECTION, sectionText, NARRATIONS_RULE } from './sections.ts'
import { promptTypes, type PromptType } from './promptType.ts'

/** The system text. It depends only on the gamebook, so a provider's prompt cache works for a whole session. */
export function buildSystemText(gamebook: Gamebook): string {
  const known = texts.get(gamebook)
  if (known !== undefined) return known
  const built = joinSections(gamebook)
  texts.set(gamebook, built)
  return built
}

const texts = new WeakMap<Gamebook, string>()

function joinSections(gamebook: Gamebook): string {
  const language = sectionText(gamebook, 'language')
  const sections: readonly (readonly [string, string | null])[] = [
    ['Role', sectionText(gamebook, 'role')],
    ['Goal', sectionText(gamebook, 'goal')],
    ['Rules', sectionText(gamebook, 'rules')],
    ['Format', sectionText(gamebook, 'format')],
    ['Style', sectionText(gamebook, 'style')],
    ['Language', language === null ? null : `Write in ${language}.`],
    ['Engine', engineSection(gamebook)],
    ['Story', gamebook.description?.trim() ?? null],
    [
      'World',
      promptTypes(gamebook)
        .flatMap((type) => typeBlocks(gamebook, type))
        .join('\n\n'),
    ],
  ]
  return sections
    .flatMap(([title, text]) => (text === null || text === '' ? [] : [`# ${title}\n\n${text}`]))
    .join('\n\n')
}

function engineSection(gamebook: Gamebook): string | null {
  const calls = gamebook.functions.length === 0 ? [] : [ENGINE_SECTION]
  const narrations = indexOf(gamebook).hasNarrations ? [NARRATIONS_RULE] : []
  return calls.length + narrations.length === 0 ? null : [...calls, ...narrations].join(' ')
}

/** The text of the first request, in place of the player's message; null if the author leaves it out. */
export function buildOpening(gamebook: Gamebook): string | null {
  return sectionText(gamebook, 'opening')
}

function typeBlocks(gamebook: Gamebook, type: PromptType): readonly string[] {
  const world = worldOf(gamebook, startState(0))
  const instructions = constantInstructions(world, type) ?? ''
  const entities = type.entities
    .filter((entity) => isConstant(world, entity))
    .flatMap((entity) => [
      `### ${type.name}: ${renderName(world, entity)} (${entity.id})`,
      renderDescription(world, entity),
      constantDetails(world, entity),
    ])
  const blocks = [instructions, ...entities].filter((block) => block !== '')
  return blocks.length === 0 ? [] : [`## ${type.name}`, ...blocks]
}
