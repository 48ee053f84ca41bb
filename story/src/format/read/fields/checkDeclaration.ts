import { Computed } from '../../../expressions/expression.ts'
import type { FieldDeclaration, FieldDisplay, FieldType } from '../../../gamebook/gamebook.ts'
import type { MappingReader } from '../../cursor/mappingReader.ts'
import { report } from '../../diagnostics/reporter.ts'
import { fitsField } from './fieldFit.ts'
import { hintForValue } from './hintForValue.ts'

/** Reports the first contradiction in a declaration, or else a default that does not fit it. False where it contradicts itself. */
export function checkDeclaration(declaration: FieldDeclaration, keys: MappingReader): boolean {
  const rule = RULES.find(({ key, breaks }) => keys.entry(key) !== undefined && breaks(declaration))
  const start = keys.entry('default')
  const fits = fitsField(declaration.default, declaration)
  if (rule !== undefined) {
    report(keys.entry(rule.key)?.value ?? keys.location, 'bad-field', rule.message(declaration), rule.hint)
  } else if (start !== undefined && !fits) {
    const message = `The default doesn't fit the field of type ${declaration.type}.`
    report(start.value, 'bad-value', message, hintForValue(start.value, declaration))
  }
  return rule === undefined
}

interface Rule {
  /** Where it is broken. */
  readonly key: string
  readonly breaks: (declaration: FieldDeclaration) => boolean
  readonly message: (declaration: FieldDeclaration) => string
  readonly hint: string
}

const RULES: readonly Rule[] = [
  ...['min', 'max', 'on_bound'].map((key) => onlyFor(key, 'bounds', ['integer', 'number'])),
  onlyFor('of', 'type of entities', ['entity', 'entities']),
  {
    ...onlyFor('ask', 'question for the player', ['text']),
    breaks: ({ askAtStart, type }) => askAtStart && type !== 'text',
  },
  {
    key: 'ask',
    breaks: ({ askAtStart, default: start }) => askAtStart && start instanceof Computed,
    message: () => 'The default is computed, so no answer can replace it.',
    hint: 'Write the default as plain text, or remove "ask".',
  },
  onlyFor('values', 'list of allowed texts or numbers', ['text', 'integer', 'number', 'list']),
  {
    key: 'min',
    breaks: ({ min, max }) => min !== null && max !== null && min > max,
    message: ({ min, max }) => `"min" ${min} is greater than "max" ${max}.`,
    hint: 'Swap them.',
  },
  ...(['min', 'max'] as const).map((key) => ({
    key,
    breaks: ({ type, [key]: bound }: FieldDeclaration) =>
      type === 'integer' && bound !== null && !Number.isInteger(bound),
    message: () => 'A field of type integer needs whole numbers as bounds.',
    hint: 'Write a whole number, or the type "number".',
  })),
  {
    key: 'values',
    breaks: ({ values }) => values?.length === 0,
    message: () => 'No value is allowed.',
    hint: 'List at least one text or number.',
  },
  {
    key: 'values',
    breaks: (declaration) => !(declaration.values ?? []).every((value) => isOfType(value, declaration)),
    message: ({ type }) => `Some of these values don't fit a field of type ${type} or its bounds.`,
    hint: 'Remove them, or change the type or the bounds.',
  },
  ...Object.entries<readonly FieldType[]>({
    bar: ['integer', 'number'],
    list: ['list', 'entities'],
    icon: ['boolean', 'text'],
  } satisfies Partial<Record<FieldDisplay, readonly FieldType[]>>).map(([display, types]) => ({
    key: 'show',
    breaks: ({ show, type }: FieldDeclaration) => show === display && !types.includes(type),
    message: ({ type }: FieldDeclaration) => `A field of type ${type} can't be shown as "${display}".`,
    hint: `Only these can: ${types.join(', ')}. Every field can be shown as "text".`,
  })),
  {
    key: 'caption',
    breaks: ({ caption, show }) => caption !== null && show === 'hidden',
    message: () => 'The status panel does not show this field, so nothing shows its caption.',
    hint: 'Add "show", as in "show: bar".',
  },
  {
    key: 'show',
    breaks: ({ show, min, max }) => show === 'bar' && (min === null || max === null),
    message: () => 'A bar needs "min" and "max".',
    hint: 'Add both keys.',
  },
]

function onlyFor(key: string, what: string, types: readonly FieldType[]): Rule {
  return {
    key,
    breaks: ({ type }) => !types.includes(type),
    message: ({ type }) => `A field of type ${type} has no ${what}.`,
    hint: `Remove "${key}": it is for ${types.join(', ')}.`,
  }
}

function isOfType(value: string | number, declaration: FieldDeclaration): boolean {
  return fitsField(declaration.type === 'list' ? [value] : value, { ...declaration, values: null })
}
