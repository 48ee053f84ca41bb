import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import { topicIdsOf } from '../gamebook/topicIds.ts'
import { didYouMean } from '../names/nearest.ts'
import { fieldNames } from './entityFields.ts'

/** The messages and hints of expression errors, which are the same before and during play. */
export interface ExpressionMessage {
  readonly message: string
  readonly hint: string
}

export function unknownEntity(id: string, gamebook: Gamebook): ExpressionMessage {
  const hint = didYouMean(id, gamebook.entities.keys(), 'Write the id of an entity of this gamebook.')
  return { message: `There is no entity "${id}".`, hint }
}

export function unknownField(entity: Entity, field: string, gamebook: Gamebook): ExpressionMessage {
  const names = fieldNames(gamebook, entity)
  const hint = didYouMean(field, names, `Its fields are ${listSome(names)}.`)
  return { message: `The entity "${entity.id}" has no field "${field}".`, hint }
}

/** `head` is `param` or `roll`. */
export function unknownLocal(head: string, name: string, names: readonly string[]): ExpressionMessage {
  const otherwise = names.length === 0 ? 'This function has no parameters.' : `Available: ${listSome(names)}.`
  return { message: `There is no "${head}.${name}" here.`, hint: didYouMean(name, names, otherwise) }
}

export function notAnEntity(field: string, found: string, next: string): ExpressionMessage {
  const message = `"${field}" is ${found}, so it has no "${next}".`
  return { message, hint: 'A path can continue only through an entity, not through text that contains an id.' }
}

export function notAGraph(id: string): ExpressionMessage {
  return { message: `"${id}" is not a graph.`, hint: 'Name an entity whose type has the trait graph.' }
}

export function notANode(found: string): ExpressionMessage {
  return { message: `A node is needed here, not ${found}.`, hint: 'Write the id of a node in quotes.' }
}

export function notASpeaker(id: string): ExpressionMessage {
  return {
    message: `"${id}" has no topics.`,
    hint: 'Name an entity with the key topics, whose type has the trait speaker.',
  }
}

export function notATopic(found: string): ExpressionMessage {
  return { message: `The id of a topic is needed here, not ${found}.`, hint: 'Write it in quotes.' }
}

export function unknownTopic(speaker: Entity, topic: string): ExpressionMessage {
  const topicIds = topicIdsOf(speaker)
  const hint = didYouMean(topic, topicIds, `Its topics are ${listSome(topicIds)}.`)
  return { message: `The speaker "${speaker.id}" has no topic "${topic}".`, hint }
}

/** `user` is the operator or function that needs the number, such as `+`. */
export function notANumber(user: string, found: string): ExpressionMessage {
  const hint = `Only numbers can be used here; '3' in quotes, true and false are not numbers.`
  return { message: `"${user}" needs a number, not ${found}.`, hint }
}

export const divisionByZero: ExpressionMessage = {
  message: 'This divides by 0.',
  hint: 'Make sure that the divisor is not 0.',
}

export function notOrdered(operator: string, left: string, right: string): ExpressionMessage {
  return { message: `"${operator}" can't order ${left} and ${right}.`, hint: 'Compare two numbers or two texts.' }
}

export function notSearchable(operator: string, found: string): ExpressionMessage {
  const message = `"${operator}" needs a list or text on its right, not ${found}.`
  return { message, hint: `For example: "'rope' in player.items".` }
}

export function notPartOfText(found: string): ExpressionMessage {
  const message = `Only text can be part of text, not ${found}.`
  return { message, hint: 'Put the left side in quotes, or search a list.' }
}

export function notCountable(found: string): ExpressionMessage {
  return { message: `"count" needs a list, not ${found}.`, hint: 'For example: "count(player.items)".' }
}

export function emptyList(user: string): ExpressionMessage {
  return {
    message: `"${user}" of an empty list has no value.`,
    hint: 'Make sure that the list has at least one number.',
  }
}

export function neverEqual(operator: string): ExpressionMessage {
  return {
    message: `An entity is never equal to text, so "${operator}" always gives the same result here.`,
    hint: 'Compare its id: "x.id", or "x.current_node_id" instead of "x.current_node".',
  }
}

export function tooDeep(entityId: string, field: string): ExpressionMessage {
  return {
    message: `Too many fields depend on each other, the last one is "${entityId}.${field}".`,
    hint: 'Reduce the chain of computed fields and conditions.',
  }
}

const MAX_NAMES = 20

function listSome(names: readonly string[]): string {
  return names.length <= MAX_NAMES ? names.join(', ') : `${names.slice(0, MAX_NAMES).join(', ')} and others`
}
