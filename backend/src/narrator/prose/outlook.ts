import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { deedPhrase } from './deedPhrase.ts'
import { joinWheres } from './joinWheres.ts'
import { joinOr, joinPhrases } from './list.ts'
import { vary } from './vary.ts'
import { wayPhrase } from './wayPhrase.ts'

/** What can be done, in one sentence: "You could go down the well, or to the chapel." Empty if there is nothing to say. */
export function tellOutlook(scene: Scene, options: readonly Option[] = scene.options, most = 9): string {
  const phrase = infinitives(
    scene,
    options.filter(({ reason }) => reason === null),
    most,
  )
  if (phrase === '') return ''
  return vary(scene, 'outlook', [`You could ${phrase}.`, `From here you could ${phrase}.`, `You might ${phrase}.`])
}

/** The same without its beginning: "go down the well, or to the chapel". */
export function infinitives(scene: Scene, options: readonly Option[], most: number): string {
  const ways = options.filter(({ kind }) => kind === 'way').flatMap((option) => wayPhrase(option, scene) ?? [])
  const wheres = unique(ways.flatMap((way) => (way.kind === 'go' ? [way.where] : [])))
  const verbs = ways.flatMap((way) => (way.kind === 'verb' ? [way.phrase] : []))
  const deeds = options.filter(({ kind }) => kind === 'deed').flatMap((option) => deedPhrase(option) ?? [])
  const others = unique([...verbs, ...deeds]).slice(0, Math.ceil(most / 2))
  const told = wheres.slice(0, most - others.length)
  const isAll = others.length === 0 && told.length === wheres.length
  const go = told.length === 0 ? [] : [`go ${joinWheres(told, isAll ? joinPhrases : joinOr)}`]
  const more = told.length < wheres.length ? ['go elsewhere'] : []
  return joinPhrases([...go, ...others, ...more])
}

function unique(phrases: readonly string[]): string[] {
  return [...new Set(phrases)]
}
