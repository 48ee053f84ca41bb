import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { textOf } from '../../gamebook/authoredText.ts'
import type { World } from '../../state/world.ts'
import { isRevealed } from '../../traits/visibility.ts'

/** What the author says of secrets that are not revealed. */
export function listSecretTexts(world: World): readonly string[] {
  return [...world.gamebook.entities.values()].flatMap((entity) =>
    isRevealed(world, entity)
      ? []
      : [...listEntityTexts(entity), ...(entity.speaker?.topics ?? []).map(({ say }) => textOf(say))],
  )
}

/** The descriptions of an entity, and what else its author has written about it. */
export function listEntityTexts({ described, details, fields, graphNode }: Entity): readonly string[] {
  return [
    described === undefined ? '' : textOf(described.description),
    ...details.map(({ text }) => textOf(text)),
    ...[...fields.values()].map((value) => (typeof value === 'string' ? value : '')),
    graphNode?.firstVisit == null ? '' : textOf(graphNode.firstVisit),
  ].filter((text) => text !== '')
}

/** Lines of instructions that forbid to give away what they say. */
export function listForbiddenLines({ entityTypes }: Gamebook): readonly string[] {
  return entityTypes.flatMap(({ instructions }) =>
    instructions === null
      ? []
      : textOf(instructions)
          .split(/\n(?=- )/)
          .filter((line) => FORBIDS.test(line)),
  )
}

const FORBIDS = /\b(?:do not|don't|never|must not) (?:tell|reveal|mention|explain|say|give|name|disclose|hint|let)\b/i
