import { Computed } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { isPromptType } from '../../traits/inPrompt.ts'
import { listRules } from '../model/rule.ts'
import { Reads } from '../model/reads.ts'
import type { Finding } from '../finding.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** Finds fields that no rule and no text reads, and that neither the narrator nor the player sees. */
export const findUnreadFields: FindFindings = (context) => {
  const { gamebook, locations } = context
  const read = fieldsRead(gamebook)
  return gamebook.entityTypes.flatMap((type) =>
    type.entities.flatMap((entity): readonly Finding[] => {
      const custom = [...entity.fields.keys()].filter((name) => !type.fields.has(name) && !name.startsWith('x-'))
      const declared = [...type.fields].filter(
        ([, { tell, show }]) => !(tell && isPromptType(type)) && show === 'hidden',
      )
      const unread = [...custom, ...declared.map(([name]) => name)].filter((name) => !read.has(`${entity.id}.${name}`))
      return unread.map((name) => {
        const message = `The field "${name}" of "${entity.id}" is never read and never shown to anyone.`
        const hint = 'Remove it, use it, or rename it to start with "x-".'
        return observedFinding(context, 'field-never-read', locations.key(entity.id, name), { message, hint }, 'note')
      })
    }),
  )
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
  return new Set([...reads.fields, ...listRules(gamebook).flatMap((rule) => [...rule.reads.fields])])
}
