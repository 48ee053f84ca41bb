import type { GamebookFunction, Parameter } from '../../../gamebook/gamebook.ts'
import type { Json } from '../../../json.ts'
import type { OfferedFunction } from '../../../play/offeredFunctions.ts'
import { listStartQuestions } from '../../../state/startQuestions.ts'
import { startValueOf } from '../../../state/writableField.ts'
import type { World } from '../../../state/world.ts'
import type { Step } from '../../steps/step.ts'

export interface ArgumentList {
  readonly args: readonly Step['args'][]
  /** Whether these are all arguments that are accepted. */
  readonly isWhole: boolean
}

interface Values {
  readonly values: readonly Json[]
  readonly isWhole: boolean
}

/** Numbers and texts that appear in a file, however they are used. */
export interface Literals {
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

export function literalsIn(source: string): Literals {
  return {
    numbers: [...new Set([...source.matchAll(/(?<![\w.])\d{1,6}(?![\w.])/g)].map(([digits]) => Number(digits)))],
    texts: [...new Set([...source.matchAll(/'([^'\n]{1,20})'/g)].flatMap(([, text]) => text ?? []))],
  }
}

const MAX_CALLS = 400
const MAX_RANGE = 40
const FRESH = 'zz'

/** All arguments where they are few; else literals, what fields hold, the neighbors of both, and something new. */
export function listArguments(world: World, { fn, choices }: OfferedFunction, literals: Literals): ArgumentList {
  const builtIn = [...choices].filter(([name]) => !fn.parameters.has(name))
  const lists: readonly (readonly [string, Values])[] = [
    ...builtIn.map(([name, ids]) => [name, { values: ids, isWhole: true }] as const),
    ...[...fn.parameters].map(
      ([name, parameter]) =>
        [name, optional(parameter, valuesOf(world, fn, parameter, choices.get(name), literals))] as const,
    ),
  ]
  const all = lists.reduce<readonly Step['args'][]>(
    (combined, [name, { values }]) => combined.flatMap((args) => values.map((value) => ({ ...args, [name]: value }))),
    [{}],
  )
  return {
    args: all.slice(0, MAX_CALLS),
    isWhole: all.length <= MAX_CALLS && lists.every(([, { isWhole }]) => isWhole),
  }
}

function optional({ required }: Parameter, { values, isWhole }: Values): Values {
  return { values: required ? values : [...values, null], isWhole }
}

function valuesOf(
  world: World,
  { mainAction }: GamebookFunction,
  parameter: Parameter,
  ids: readonly string[] | undefined,
  literals: Literals,
): Values {
  switch (parameter.type) {
    case 'boolean':
      return { values: [false, true], isWhole: true }
    case 'choice':
      return { values: parameter.values, isWhole: true }
    case 'integer':
      return numbersOf(world, parameter, literals)
    case 'text': {
      // Nothing reads why a field was nudged.
      if (mainAction?.kind === 'nudge') return { values: [FRESH], isWhole: true }
      const texts = [...literals.texts, ...fieldValues(world).filter((value) => typeof value === 'string'), '', FRESH]
      return { values: [...new Set(texts)].filter(({ length }) => length <= parameter.maxLength), isWhole: false }
    }
    case 'topic':
      return { values: [...(ids ?? []), FRESH], isWhole: true }
    default:
      return { values: ids ?? [], isWhole: true }
  }
}

function numbersOf(
  world: World,
  { min, max }: { readonly min: number; readonly max: number },
  literals: Literals,
): Values {
  if (max - min < MAX_RANGE)
    return { values: Array.from({ length: max - min + 1 }, (_, index) => min + index), isWhole: true }
  const known = [...literals.numbers, ...fieldValues(world).filter((value) => typeof value === 'number')]
  const near = known.flatMap((number) => [number - 1, number, number + 1])
  const values = [...new Set([min, max, ...near])].filter((number) => number >= min && number <= max)
  return { values, isWhole: false }
}

/** The values of all fields that play can write, at the moment. */
function fieldValues({ gamebook, state }: World): readonly Json[] {
  return gamebook.entityTypes.flatMap(({ entities, fields }) =>
    entities.flatMap((entity) => {
      const stored = Object.hasOwn(state.entities, entity.id) ? state.entities[entity.id] : undefined
      const names = [...new Set([...fields.keys(), ...entity.fields.keys()])]
      return names.flatMap((name): readonly Json[] => {
        const value = stored?.[name] ?? startValueOf(gamebook, entity, name) ?? null
        return typeof value === 'number' || typeof value === 'string' ? [value] : []
      })
    }),
  )
}

/** The answers that a player can give before the first page, by `entity.field`. */
export function listOpenings({ gamebook }: World, literals: Literals): ArgumentList {
  const questions = listStartQuestions(gamebook)
  const args = questions.reduce<readonly Step['args'][]>(
    (combined, { entityId, field, declaration, suggestion }) => {
      const others: readonly (string | number)[] = declaration.values ?? [...literals.texts, FRESH]
      const texts = new Set(others.filter((value) => typeof value === 'string' && value !== suggestion))
      return combined.flatMap((given) => [
        given,
        ...[...texts].map((text) => ({ ...given, [`${entityId}.${field}`]: text })),
      ])
    },
    [{}],
  )
  const isWhole = questions.every(({ declaration }) => declaration.values !== null)
  return { args: args.slice(0, MAX_CALLS), isWhole: isWhole && args.length <= MAX_CALLS }
}
