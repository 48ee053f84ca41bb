import type { Text } from '../expressions/expression.ts'
import type { Edge, Entity, Gamebook } from './gamebook.ts'

/** All that a gamebook says in words: evidence of how its author writes a name. Never told itself. */
export function authoredText(gamebook: Gamebook): string {
  const known = texts.get(gamebook)
  if (known !== undefined) return known
  const collected = collectTexts(gamebook)
  texts.set(gamebook, collected)
  return collected
}

const texts = new WeakMap<Gamebook, string>()

function collectTexts({ description, entities, functions }: Gamebook): string {
  const said = [
    description,
    ...[...entities.values()].flatMap(textsOfEntity),
    ...functions.flatMap((fn) => [wordsOf(fn.description), fn.otherwise]),
  ]
  return said.filter((text) => typeof text === 'string').join('\n')
}

function textsOfEntity({ described, graphNode }: Entity): readonly (string | null)[] {
  return [
    described === undefined ? null : wordsOf(described.description),
    graphNode?.otherwise ?? null,
    graphNode?.ending?.text ?? null,
    ...(graphNode?.edges ?? []).flatMap(textsOfEdge),
  ]
}

/** A label that is only a name proves nothing of how the name stands in a sentence. */
function textsOfEdge({ label, otherwise }: Edge): readonly (string | null)[] {
  return [label !== null && /^\p{Ll}/u.test(label) ? label : null, otherwise]
}

function wordsOf(text: Text): string {
  switch (text.kind) {
    case 'constant':
      return text.text
    case 'template':
      return text.parts.filter((part) => typeof part === 'string').join('…')
    case 'dynamic':
      return ''
  }
}
