import { Computed } from '../../expressions/expression.ts'
import { effectsOfEntity, effectsOfFunction, flattenEffects } from '../../gamebook/flattenEffects.ts'
import type { Gamebook, Reason } from '../../gamebook/gamebook.ts'
import { newerKeysOf } from '../../format/keys/entityKeys.ts'
import { isPromptType } from '../../traits/inPrompt.ts'
import { listRules } from '../model/rule.ts'
import { Reads } from '../model/reads.ts'
import type { Finding } from '../finding.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** Finds fields that no rule and no text reads, and that neither the narrator nor the player sees. */
export const findUnreadFields: FindFindings = (context) => {
  const { gamebook, locations } = context
  const read = fieldsRead(gamebook)
  return gamebook.entityTypes.flatMap((type) => {
    const newer = newerKeysOf(type.traits)
    return type.entities.flatMap((entity): readonly Finding[] => {
      const custom = [...entity.fields.keys()].filter(
        (name) => !type.fields.has(name) && !newer.has(name) && !name.startsWith('x-'),
      )
      const declared = [...type.fields].filter(
        ([, { tell, show }]) => !(tell && isPromptType(type)) && show === 'hidden',
      )
      const unread = [...custom, ...declared.map(([name]) => name)].filter((name) => !read.has(`${entity.id}.${name}`))
      return unread.map((name) => {
        const message = `The field "${name}" of "${entity.id}" is never read and never shown to anyone.`
        const hint = 'Remove it, use it, or rename it to start with "x-".'
        return observedFinding(context, 'field-never-read', locations.key(entity.id, name), { message, hint }, 'note')
      })
    })
  })
}

function fieldsRead(gamebook: Gamebook): ReadonlySet<string> {
  const reads = new Reads(gamebook)
  for (const { instructions, fields } of gamebook.entityTypes) {
    if (instructions !== null) reads.addText(instructions)
    for (const { default: start } of fields.values())
      if (start instanceof Computed) reads.addExpression(start.expression, 'value')
  }
  for (const { described, graphNode, container, item, fields, revealWhen } of gamebook.entities.values()) {
    if (described !== undefined) {
      reads.addText(described.name)
      reads.addText(described.description)
      reads.addCondition(described.enabled)
    }
    for (const condition of [graphNode?.requires, container?.open, item?.portable, revealWhen])
      reads.addCondition(condition ?? null)
    for (const edge of graphNode?.edges ?? []) reads.addCondition(edge.enabled)
    for (const value of fields.values()) if (value instanceof Computed) reads.addExpression(value.expression, 'value')
  }
  for (const { description } of gamebook.functions) reads.addText(description)
  addWords(reads, gamebook)
  return new Set([...reads.fields, ...listRules(gamebook).flatMap((rule) => [...rule.reads.fields])])
}

/** The author's words, and what the gamebook says about itself. */
function addWords(reads: Reads, gamebook: Gamebook): void {
  const entities = [...gamebook.entities.values()]
  const lists = [
    ...gamebook.functions.map(effectsOfFunction),
    ...gamebook.triggers.map((trigger) => trigger.effects),
    ...entities.map(effectsOfEntity),
  ]
  for (const effect of lists.flatMap(flattenEffects)) {
    if (effect.kind === 'narration') reads.addText(effect.text)
    if (effect.kind === 'promise') reads.addCondition(effect.promise.kept)
    reads.addCondition(effect.if)
  }
  for (const { details, graphNode, speaker } of entities) {
    for (const { text } of details) reads.addText(text)
    for (const { say, enabled } of speaker?.topics ?? []) {
      reads.addText(say)
      reads.addCondition(enabled)
    }
    if (graphNode?.firstVisit != null) reads.addText(graphNode.firstVisit)
    addReasons(reads, graphNode?.otherwise ?? [])
    for (const edge of graphNode?.edges ?? []) addReasons(reads, edge.otherwise)
  }
  for (const { otherwise } of gamebook.functions) addReasons(reads, otherwise)
  for (const { condition } of [...gamebook.invariants, ...gamebook.goals]) reads.addCondition(condition)
  for (const { caption } of gamebook.entityTypes.flatMap((type) => [...type.fields.values()]))
    if (caption !== null) reads.addText(caption)
}

function addReasons(reads: Reads, reasons: readonly Reason[]): void {
  for (const reason of reasons) reads.addCondition(reason.if)
}
