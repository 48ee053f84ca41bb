import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { joinDestinations } from './joinDestinations.ts'
import { joinOr, joinPhrases } from './list.ts'
import { choicePhrase } from './choicePhrase.ts'
import { vary } from './vary.ts'
import { exitPhrase } from './exitPhrase.ts'

/** What can be done, in one sentence: "You could go down the well, or to the chapel." Empty if there is nothing to say. */
export function suggestMoves(scene: Scene, options: readonly Option[] = scene.options, most = USUAL): string {
  const phrase = moveVerbs(
    scene,
    options.filter(
      ({ reason, action }) => reason === null && (most > USUAL || action === null || !PARTING.has(action)),
    ),
    most,
  )
  if (phrase === '') return ''
  return vary(scene, 'outlook', [`You could ${phrase}.`, `From here you could ${phrase}.`, `You might ${phrase}.`])
}

/** So many things are told unless the player asks for more. */
const USUAL = 9
/** Whoever carries something knows that it can be laid down or given away. */
const PARTING: ReadonlySet<string> = new Set(['item/drop'])

/** The same without its beginning: "go down the well, or to the chapel". */
export function moveVerbs(scene: Scene, options: readonly Option[], most: number): string {
  const ways = options.filter(({ kind }) => kind === 'way').flatMap((option) => exitPhrase(option, scene) ?? [])
  const wheres = unique(ways.flatMap((way) => (way.kind === 'go' ? [way.where] : [])))
  const verbs = ways.flatMap((way) => (way.kind === 'verb' ? [way.phrase] : []))
  const deeds = options.filter(({ kind }) => kind === 'deed').flatMap((option) => choicePhrase(option, scene) ?? [])
  const others = unique([...verbs, ...deeds]).slice(0, Math.ceil(most / 2))
  const told = wheres.slice(0, most - others.length)
  const isAll = others.length === 0 && told.length === wheres.length
  const go = told.length === 0 ? [] : [`go ${joinDestinations(told, isAll ? joinPhrases : joinOr)}`]
  const more = told.length < wheres.length ? ['go elsewhere'] : []
  return joinPhrases([...go, ...others, ...more])
}

function unique(phrases: readonly string[]): string[] {
  return [...new Set(phrases)]
}
