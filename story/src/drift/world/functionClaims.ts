import type { GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { toSnake } from '../../names/convertName.ts'
import { foldText } from '../sentences/foldText.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import { isFormOf, verbFormsOf } from '../sentences/verbForms.ts'
import type { Scene } from './scene.ts'

/** What a function does, in its author's words. */
export interface FunctionMeaning {
  readonly verbs: readonly string[]
  readonly nouns: ReadonlySet<string>
}

/** From the name `open_book` and the description "The player opens or unwraps the book, or cuts the stitches". */
export function meaningOf({ gamebook }: Scene['after'], name: string): FunctionMeaning | null {
  const fn = indexOf(gamebook).functions.get(name)
  if (fn === undefined) return null
  const [verb = '', ...rest] = toSnake(name).split('_')
  const described = describedWords(fn)
  const verbs = described.flatMap((word) =>
    verbFormsOf(word).flatMap((form) => (form.form === 'third' ? [form.verb] : [])),
  )
  const nouns = described.filter((word, index) => word.length > 2 && isAfterArticle(described, index))
  return {
    verbs: [...new Set([verb, ...verbs])].filter((one) => one !== ''),
    nouns: new Set([...rest.filter((word) => word.length > 2), ...nouns]),
  }
}

function describedWords({ description }: GamebookFunction): readonly string[] {
  return description.kind === 'constant' ? (foldText(description.text).match(/[a-z']+/g) ?? []) : []
}

function isAfterArticle(words: readonly string[], index: number): boolean {
  const word = words[index] ?? ''
  if (word === 'player' || index <= 1) return false
  const article = /^(?:the|a|an|its|his|her|their)$/
  return (
    article.test(words[index - 1] ?? '') ||
    (article.test(words[index - 2] ?? '') && !/^(?:or|and|of|in|to)$/.test(word))
  )
}

/** What the text says the player does with a function. */
export function claimsOf(scene: Scene, { verbs, nouns }: FunctionMeaning): readonly Claim[] {
  return scene.claims.filter((claim) => {
    if (!verbs.some((verb) => claim.verb === verb || isFormOf(claim.verb, verb))) return false
    const words = afterVerb(claim).map(({ text }) => text)
    if (/^(?:at|for|toward|towards|about)$/.test(words[0] ?? '')) return false
    return words.slice(0, 7).some((word) => nouns.has(word))
  })
}
