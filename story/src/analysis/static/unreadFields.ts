import { newerKeysOf } from '../../format/keys/entityKeys.ts'
import { isPromptType } from '../../traits/inPrompt.ts'
import type { Finding } from '../finding.ts'
import { listExpressions } from './listExpressions.ts'
import { fieldReads } from './fieldReads.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds fields that no rule and no text reads, and that neither the narrator nor the player sees. */
export const findUnreadFields: FindStatic = (context) => {
  const { gamebook, locations } = context
  const read = fieldReads(gamebook, listExpressions(gamebook, locations))
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
        return staticFinding(context, 'field-never-read', locations.key(entity.id, name), { message, hint }, 'note')
      })
    })
  })
}
