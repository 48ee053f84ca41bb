import { readField } from '../../state/readField.ts'
import type { Entity } from '../../gamebook/gamebook.ts'
import { isVisible } from '../../traits/visibility.ts'
import { renderName } from '../../traits/described/prompt.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { isKept } from '../world/carried.ts'
import { nameForPlayer } from '../world/facts.ts'
import { indexNames, listMentions, type Mention } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'

/** Something is described in another state than it is in. */
export const stateContradicted: Detector = (scene) => [...wrongConditions(scene), ...wrongHolders(scene)]

/** Fields that are true or false, with the words that say so. */
const CONDITIONS: readonly (readonly [fields: RegExp, isTrue: RegExp, isFalse: RegExp])[] = [
  [
    /^(?:is_)?(?:open|opened)$/,
    /^(?:is|are) (?:now |already |wide |half )?open\b/,
    /^(?:is|are) (?:now |still |firmly )?(?:closed|shut)\b/,
  ],
  [/^(?:is_)?locked$/, /^(?:is|are) (?:now |still |firmly )?locked\b/, /^(?:is|are) (?:now |already )?unlocked\b/],
  [
    /^(?:is_)?(?:lit|burning|on)$/,
    /^(?:is|are) (?:now |still )?(?:lit|burning)\b|^(?:burns|glows)\b/,
    /^(?:is|are) (?:now |still )?(?:out|dark|unlit)\b/,
  ],
  [/^(?:is_)?dead$/, /^(?:is|are) (?:now )?dead\b/, /^(?:is|are) (?:still )?alive\b/],
  [/^(?:is_)?alive$/, /^(?:is|are) (?:still )?alive\b/, /^(?:is|are) (?:now )?dead\b/],
  [
    /^(?:is_)?(?:asleep|sleeping)$/,
    /^(?:is|are) (?:still |fast |sound )?asleep\b|^sleeps\b/,
    /^(?:is|are) (?:now |wide )?awake\b/,
  ],
  [/^(?:is_)?awake$/, /^(?:is|are) (?:now |wide )?awake\b/, /^(?:is|are) (?:still |fast |sound )?asleep\b|^sleeps\b/],
  [/^(?:is_)?broken$/, /^(?:is|are) (?:now )?broken\b/, /^(?:is|are) (?:still )?(?:whole|intact)\b/],
]

function wrongConditions(scene: Scene): readonly Spotted[] {
  const { after } = scene
  const visible = [...after.gamebook.entities.values()].filter(
    (entity) => entity.described !== undefined && isVisible(after, entity),
  )
  const names = indexNames(visible.map((entity) => ({ entity, name: renderName(after, entity) })))
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    return listMentions(names, sentence.tokens).flatMap((mention) =>
      isWrong(scene, sentence, mention)
        ? [spanOf(sentence.tokens.slice(mention.from, mention.to + 4), conditionFact(scene, mention.entity))]
        : [],
    )
  })
}

function isWrong(scene: Scene, { tokens }: Sentence, { entity, from, to }: Mention): boolean {
  const words = tokens.map(({ text }) => text)
  if (UNSURE.test(words.slice(0, from).join(' '))) return false
  const rest = words.slice(to, to + 5).join(' ')
  return CONDITIONS.some(([fields, isTrue, isFalse]) =>
    [...entity.fields.keys()].some((field) => {
      if (!fields.test(field)) return false
      const value = valueAt(scene, entity, field)
      return (value === true && isFalse.test(rest)) || (value === false && isTrue.test(rest))
    }),
  )
}

const UNSURE =
  /\b(?:if|unless|could|would|might|can|may|should|will|wish|hope|think|dream|imagine|when|until|before|as if|like|perhaps|almost|nearly|not|never|no)\b/

function valueAt({ after }: Scene, { id }: Entity, field: string): unknown {
  try {
    return readField(after, id, field)
  } catch {
    return null
  }
}

function conditionFact({ after }: Scene, entity: Entity): string {
  return `The story has it otherwise about ${nameForPlayer(after, entity) ?? 'this'}.`
}

/** `The lantern hangs from its hook`, while the player carries it. */
function wrongHolders(scene: Scene): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const words = sentence.tokens.map(({ text }) => text)
    return listMentions(scene.items, sentence.tokens).flatMap(({ entity, from, to }) => {
      const rest = words.slice(to, to + 7).join(' ')
      const isElsewhere =
        LIES.test(rest) && !/\b(?:your|you)\b/.test(rest) && !UNSURE.test(words.slice(0, from).join(' '))
      if (!isElsewhere || !isKept(scene, entity)) return []
      return [spanOf(sentence.tokens.slice(from, to + 6), `You have ${nameForPlayer(scene.after, entity) ?? 'that'}.`)]
    })
  })
}

const LIES =
  /^(?:still )?(?:hangs|lies|rests|leans|waits|sits|stands) (?:still |there )?(?:on|from|in|against|under|by|beside|at|where)\b/
