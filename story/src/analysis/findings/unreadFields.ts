import { Computed } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { isPromptType } from '../../traits/inPrompt.ts'
import { listRules } from '../model/rule.ts'
import { Reads } from '../model/reads.ts'
import type { Finding } from '../finding.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** Fields that no rule and no text reads, and that are neither told nor shown. */
export const findUnreadFields: FindFindings = (context) => {
  const { gamebook, places } = context
  const read = fieldsRead(gamebook)
  return gamebook.entityTypes.flatMap((type) =>
    type.entities.flatMap((entity): readonly Finding[] => {
      const free = [...entity.fields.keys()].filter((name) => !type.fields.has(name) && !name.startsWith('x-'))
      const declared = [...type.fields].filter(
        ([, { tell, show }]) => !(tell && isPromptType(type)) && show === 'hidden',
      )
      const unread = [...free, ...declared.map(([name]) => name)].filter((name) => !read.has(`${entity.id}.${name}`))
      return unread.map((name) => {
        const message = `Nothing reads the field "${name}" of "${entity.id}", and nobody is told of it.`
        const hint = 'Remove it, use it, or note it under a name that begins with "x-".'
        return observedFinding(context, 'field-never-read', places.key(entity.id, name), { message, hint }, 'note')
      })
    }),
  )
}

function fieldsRead(gamebook: Gamebook): ReadonlySet<string> {
  const reads = new Reads(gamebook)
  for (const { instructions, fields } of gamebook.entityTypes) {
    if (instructions !== null) reads.text(instructions)
    for (const { default: start } of fields.values())
      if (start instanceof Computed) reads.expression(start.expression, 'value')
  }
  for (const { described, graphNode, container, item, fields, revealWhen } of gamebook.entities.values()) {
    if (described !== undefined) {
      reads.text(described.name)
      reads.text(described.description)
      reads.condition(described.enabled)
    }
    for (const condition of [graphNode?.requires, container?.open, item?.portable, revealWhen])
      reads.condition(condition ?? null)
    for (const edge of graphNode?.edges ?? []) reads.condition(edge.enabled)
    for (const value of fields.values()) if (value instanceof Computed) reads.expression(value.expression, 'value')
  }
  for (const { description } of gamebook.functions) reads.text(description)
  return new Set([...reads.fields, ...listRules(gamebook).flatMap((actor) => [...actor.reads.fields])])
}
