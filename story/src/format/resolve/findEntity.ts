import type { TraitName } from '../../gamebook/gamebook.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** The condition that the target of a reference must meet. */
export interface EntityRequirement {
  /** With its article: `a node of the type "Place"`. */
  readonly what: string
  readonly fits: (known: KnownEntity) => boolean
  /** True if suitable entities could not be read: a missing target may be one of them. */
  readonly mayBeLost: boolean
}

/** The entity that a reference names. Undefined, and reported, if none fits. */
export function findEntity(
  { value, location }: Located<string>,
  scope: Scope,
  requirement: EntityRequirement,
): KnownEntity | undefined {
  const found = scope.entities.get(value)
  if (found === undefined) {
    if (requirement.mayBeLost) return undefined
    const otherwise = isSeveral(value, scope)
      ? 'These are several ids: type a comma between them.'
      : 'Write the id of an entity of this gamebook.'
    const hint = suggest(value, fittingIds(scope, requirement), otherwise)
    report(location, 'unknown-reference', `There is no entity "${value}".`, hint)
    return undefined
  }
  if (requirement.fits(found)) return found
  report(
    location,
    'wrong-trait',
    `"${value}" is not ${requirement.what}.`,
    suggest(value, fittingIds(scope, requirement), `Write the id of ${requirement.what}.`),
  )
  return undefined
}

/** Whether the comma between two ids is missing. */
function isSeveral(written: string, { entities }: Scope): boolean {
  const words = written.split(/\s+/, MOST_WORDS)
  return words.length > 1 && words.every((word) => entities.has(word))
}

const MOST_WORDS = 20

export function withTrait(trait: TraitName, scope: Scope): EntityRequirement {
  return {
    what: `an entity with the trait "${trait}"`,
    fits: ({ type }) => type.traits.includes(trait) || !type.traitsSound,
    mayBeLost: !scope.draft.complete,
  }
}

/** Null: of any type. */
export function ofType(typeId: string | null, { draft, types }: Scope): EntityRequirement {
  const type = typeId === null ? undefined : types.get(typeId)
  if (type === undefined) return { what: 'an entity', fits: () => true, mayBeLost: !draft.complete }
  return {
    what: `an entity of the type "${typeId}"`,
    fits: (known) => known.type === type,
    mayBeLost: !type.complete || !draft.complete,
  }
}

function* fittingIds({ entities }: Scope, { fits }: EntityRequirement): Iterable<string> {
  for (const [id, known] of entities) if (fits(known)) yield id
}
