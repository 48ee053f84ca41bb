import { findEntityType } from '../../gamebook/findEntityType.ts'
import type { Entity, EntityType } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { isPromptType } from '../../traits/inPrompt.ts'
import type { Finding } from '../finding.ts'
import type { FileLocation } from '../sourceMap.ts'
import { authorText, normalizeText } from './authorText.ts'
import { isLongEnough, secretName } from './secretName.ts'
import { guess, staticFinding, type FindStatic, type StaticContext } from './staticContext.ts'

/**
 * Finds instructions that name something secret. Instructions are sent as soon as any entity of their type is visible,
 * so they give away a secret as soon as there is another one. The author's prompt is always sent.
 */
export const findSecretsInInstructions: FindStatic = (context) => {
  const { gamebook, locations } = context
  const inTypes = gamebook.entityTypes.filter(isPromptType).flatMap((type) => {
    const sent = {
      what: `The instructions of "${type.name}"`,
      words: normalizeText(authorText(type.instructions)),
      location: locations.type(type.id, 'instructions'),
    }
    return findNamed(context, sent, (secret) => certaintyIn(context, type, secret))
  })
  const inPrompt = [...gamebook.prompt].flatMap(([section, text]) => {
    const sent = {
      what: `The "${section}" of the prompt`,
      words: normalizeText(text ?? ''),
      location: locations.prompt(section),
    }
    return findNamed(context, sent, certaintyElsewhere)
  })
  return [...inTypes, ...inPrompt]
}

interface SentText {
  /** Names it at the beginning of a sentence. */
  readonly what: string
  readonly words: string
  readonly location: FileLocation
}

type Certainty = Finding['severity'] | 'guess' | null

function findNamed(
  context: StaticContext,
  { what, words, location }: SentText,
  certaintyOf: (secret: Entity, name: string) => Certainty,
): readonly Finding[] {
  const starts = new Set(indexOf(context.gamebook).graphs.map(({ graph }) => graph?.startNodeId))
  return indexOf(context.gamebook).secrets.flatMap((secret) => {
    const name = secretName(secret)
    if (name === null || starts.has(secret.id) || !words.includes(name)) return []
    const certainty = certaintyOf(secret, name)
    const message = `${what} name${what.startsWith('The instructions') ? '' : 's'} "${secret.id}", which is secret.`
    const hint = `Say it in the description of "${secret.id}" instead: that is sent only once it is revealed.`
    if (certainty === null) return []
    return certainty === 'guess'
      ? [guess(context, 'secret-in-instructions', location, { message, hint })]
      : [staticFinding(context, 'secret-in-instructions', location, { message, hint }, certainty)]
  })
}

/** Null for a secret whose reveal sends the instructions. */
function certaintyIn({ gamebook }: StaticContext, type: EntityType, secret: Entity): Certainty {
  const isNode = type.entities.some(({ graph }) =>
    findEntityType(gamebook, graph?.nodeTypeId ?? '')?.entities.includes(secret),
  )
  const isOwn = type.entities.includes(secret)
  if (isOwn && type.entities.length === 1) return null
  const certainty = isOwn || isNode ? 'warning' : certaintyElsewhere(secret, secretName(secret) ?? '')
  const isSentBefore = type.entities.some((entity) => entity !== secret && !entity.secret)
  return certainty === 'warning' && !isSentBefore ? 'note' : certainty
}

/** A single word may mean something else where other things are described. */
function certaintyElsewhere(_: Entity, name: string): Certainty {
  if (!isLongEnough(name)) return null
  return name.trim().includes(' ') ? 'warning' : 'guess'
}
