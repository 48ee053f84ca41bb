import type { Text } from '../expressions/expression.ts'
import type { Edge, Entity, Gamebook } from './gamebook.ts'

/** All prose of a gamebook, which shows how its author writes a name. It is never displayed. */
export function authoredText(gamebook: Gamebook): string {
  const known = texts.get(gamebook)
  if (known !== undefined) return known
  const collected = collectTexts(gamebook)
  texts.set(gamebook, collected)
  return collected
}

const texts = new WeakMap<Gamebook, string>()

function collectTexts({ description, entities, functions }: Gamebook): string {
  const prose = [
    description,
    ...[...entities.values()].flatMap(textsOfEntity),
    ...functions.flatMap((fn) => [textOf(fn.description), ...fn.otherwise.map(({ text }) => text)]),
  ]
  return prose.filter((text) => typeof text === 'string').join('\n')
}

function textsOfEntity({ described, graphNode }: Entity): readonly (string | null)[] {
  return [
    described === undefined ? null : textOf(described.description),
    ...(graphNode?.otherwise ?? []).map(({ text }) => text),
    graphNode?.ending?.text ?? null,
    ...(graphNode?.edges ?? []).flatMap(textsOfEdge),
  ]
}

/** A label that is only a name doesn't show how the author writes the name in a sentence. */
function textsOfEdge({ label, otherwise }: Edge): readonly (string | null)[] {
  return [label !== null && /^\p{Ll}/u.test(label) ? label : null, ...otherwise.map(({ text }) => text)]
}

/** What is constant in a text. */
export function textOf(text: Text): string {
  switch (text.kind) {
    case 'constant':
      return text.text
    case 'template':
      return text.parts.filter((part) => typeof part === 'string').join('…')
    case 'computed':
      return ''
  }
}
