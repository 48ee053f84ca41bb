import type { Entity } from '../../gamebook/gamebook.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import type { Receipt } from '../../state/receipt.ts'
import { CONJUNCTIONS, PREPOSITIONS, UNREAL } from '../sentences/modalWords.ts'
import { foldText } from '../sentences/foldText.ts'
import { meaningOf } from './functionClaims.ts'
import type { Scene } from './scene.ts'
import { listChanges, targetOf } from './turnEvents.ts'

/** The nouns for what a call is about: its thing, what its function names, and what guards the way. */
export function nounsOf(scene: Scene, call: Receipt): readonly string[] {
  const { after, items } = scene
  const target = targetOf(call)
  const names = [...items.byFirstWord.values()].flat().filter(({ entity }) => entity.id === target)
  const meaning = call.function === undefined ? null : meaningOf(after, call.function)
  return [
    ...names.flatMap(({ words }) => words.slice(-1)),
    ...(meaning?.nouns ?? []),
    ...nounsIn(call.reason ?? ''),
    ...wayOf(scene, call).flatMap(nounsIn),
  ].filter((noun) => !COMMON.has(noun))
}

/** What authors say of the exit that a call takes or that is closed to it. */
function wayOf({ before, after }: Scene, call: Receipt): readonly string[] {
  const target = targetOf(call)
  const moved = listChanges([call]).filter(({ field }) => field === 'current_node_id')
  const ends = new Set([target, ...moved.map(({ after: to }) => to)])
  const nodes = placeGraphs(after.gamebook).flatMap(({ graph }): readonly Entity[] =>
    (graph?.nodeIds ?? []).flatMap((id) => before.gamebook.entities.get(id) ?? []),
  )
  return nodes
    .flatMap(({ graphNode }) => graphNode?.edges ?? [])
    .filter(({ to }) => ends.has(to))
    .flatMap(({ label, otherwise }) => [label ?? '', ...otherwise.map(({ text }) => text)])
}

/** The words after an article, with one word between them at most. */
function nounsIn(text: string): readonly string[] {
  const words = foldText(text).match(/[a-z']+|[.,;:!?"]/g) ?? []
  return words.filter((word, index) => {
    if (word.length < 3 || LINKS.has(word) || !/^[a-z]/.test(word)) return false
    const [two = '', one = ''] = [words[index - 2], words[index - 1]]
    return ARTICLES.has(one) || (ARTICLES.has(two) && /^[a-z]/.test(one) && !LINKS.has(word))
  })
}

const ARTICLES: ReadonlySet<string> = new Set('the a an his her its their no'.split(' '))
const LINKS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...UNREAL,
  ...'you he she it they we i or is was are were be been has had have says said wants not no never one ones'.split(' '),
])
/** What the player does or is stays out of it. */
const COMMON: ReadonlySet<string> = new Set(
  'player hand hands way room place time night day floor sun word words light name side moment reason business'.split(
    ' ',
  ),
)
