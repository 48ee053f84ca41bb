import { movesGraph } from '../../../actions/findAction.ts'
import { NARRATE, ROLL } from '../../../gamebook/actionName.ts'
import { parseExpression } from '../../../expressions/parse/parse.ts'
import type { Condition } from '../../../expressions/expression.ts'
import type { Narration } from '../../../gamebook/gamebook.ts'
import { withLocals, type Cursor } from '../../cursor/cursor.ts'
import type { FunctionDraft, MainActionDraft, RollDraft } from '../draft.ts'
import { rollKinds } from '../../../expressions/locals.ts'
import { mappingEntries } from '../../cursor/mappingEntries.ts'
import { openMapping, type MappingReader } from '../../cursor/mappingReader.ts'
import { newerKey, TEXT } from '../../cursor/newerKeys.ts'
import type { Located, SourceLocation } from '../../diagnostics/sourceLocation.ts'
import { condition, template } from '../../cursor/readExpressions.ts'
import { located, mapOf, nullable, text, type Reader } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { suggest } from '../../diagnostics/suggestion.ts'
import { builtInParameters, parametersSuppliedBy } from './parameterKinds.ts'
import { NOTHING_SUPPLIED, readArgs, type SuppliedParameters } from '../actions/readArgs.ts'
import { effectsAt } from '../actions/readEffects.ts'
import { readNarration, readNarrationArgs } from '../actions/readNarration.ts'
import { reasons } from '../readReasons.ts'
import { readMainAction, type NamedAction } from './readMainAction.ts'
import { readParameters } from './readParameters.ts'
import { readRoll, type RollSite } from '../actions/readRoll.ts'

/** Null for a function without a readable name, which is reported. */
export const gamebookFunction: Reader<FunctionDraft | null> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const action = readMainAction(keys)
  const named = typeof action === 'object' ? action : null
  const name = readName(keys, named, action === 'faulty')
  const fixed = fixedKeys(keys.entry('args')?.value)
  const builtIn = named === null || named.format === null ? [] : builtInParameters(named.format, fixed)
  const list = readParameters(keys.entry('parameters')?.value, builtIn)
  const supplied = parametersSuppliedBy(list, builtIn)
  const common = {
    description: keys.optional('description', nullable(template), null),
    parameters: list.parameters,
    properties: keys.optional('properties', mapOf(nullable(text)), NO_PROPERTIES),
    enabled: keys.optional('enabled', condition, null),
    otherwise: keys.optional('otherwise', reasons, []),
    hint: newerKey(keys, 'hint', TEXT, text, null),
    ...readCallEffects(keys, named, supplied),
  }
  if (action !== 'faulty') checkProperties(keys, supplied)
  keys.reportUnknownKeys()
  return name === null ? null : { location: cursor, name, isOffered: action !== 'faulty', ...common }
}

const NO_PROPERTIES: ReadonlyMap<string, string | null> = new Map()

function fixedKeys(args: Cursor | undefined): readonly string[] {
  return args === undefined ? [] : mappingEntries(args).map(({ key }) => key)
}

function readName(keys: MappingReader, action: NamedAction | null, isFaulty: boolean): Located<string> | null {
  const written = keys.entry('name')
  if (written === undefined && action !== null && movesGraph(action.value))
    return { value: 'transition', location: keys.location }
  if (written === undefined && isFaulty) return null
  const name = keys.required('name', located(text))
  if (name !== undefined && !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name.value)) reportBadName(name)
  return name ?? null
}

function reportBadName({ value, location }: Located<string>): void {
  report(
    location,
    'bad-tool-name',
    `"${value}" can't be the name of a tool.`,
    'Start with a letter and use only letters, digits, "_" and "-", at most 64 characters.',
  )
}

type CallEffects = Pick<FunctionDraft, 'mainAction' | 'check' | 'effects'>

/** What a call does. Its expressions can read the parameters, its effects also the roll of the check. */
function readCallEffects(keys: MappingReader, action: NamedAction | null, supplied: SuppliedParameters): CallEffects {
  const parameters = new Map([['param', supplied]])
  const args = keys.entry('args')
  const check = keys.entry('check')
  const effects = keys.entry('effects')
  const argsInside = args && withLocals(args.value, parameters)
  if (
    args !== undefined &&
    action === null &&
    keys.entry('action') === undefined &&
    keys.entry('target') === undefined
  ) {
    report(args.keyLocation, 'bad-args', '"args" needs an action.', 'Add "action: …".')
  }
  const roll = check && readRoll(withLocals(check.value, parameters), siteOf(check.keyLocation, true, NOTHING_SUPPLIED))
  const locals = check === undefined ? parameters : new Map([...parameters, ['roll', rollKinds] as const])
  const further = effects === undefined ? [] : (effectsAt(0)(withLocals(effects.value, locals)) ?? [])
  const narration = newerKey(keys, 'narrate', TEXT, (cursor) => readNarration(withLocals(cursor, locals)), null)
  const main = readMain(action, argsInside, supplied)
  const first =
    main?.kind === 'roll' || main?.kind === 'narration' ? [{ if: check === undefined ? null : SUCCESS, ...main }] : []
  return {
    mainAction: main?.kind === 'action' ? main : null,
    check: roll ?? null,
    effects: [...first, ...(narration === null ? [] : [{ if: null, ...narration }]), ...further],
  }
}

/** The action `dice/roll` becomes the first effect of the function. */
function readMain(
  action: NamedAction | null,
  args: Cursor | undefined,
  supplied: SuppliedParameters,
): MainActionDraft | RollDraft | Narration | undefined {
  if (action === null) return undefined
  const { value, location, writtenAs } = action
  if (value === ROLL) return readRoll(args, siteOf(location, false, supplied))
  if (value === NARRATE) return readNarrationArgs(args, location)
  const isEvent = action.format === null
  return { kind: 'action', action: value, isEvent, location, writtenAs, args: readArgs(action, args, supplied) }
}

/** The main action is applied only if the check succeeds. */
const SUCCESS: Condition = { source: 'roll.success', terms: [parseExpression('roll.success')] }

function siteOf(location: SourceLocation, isCheck: boolean, supplied: SuppliedParameters): RollSite {
  return { location, isCheck, supplied, level: 0, effectsAt }
}

/** The keys of `properties` must be parameters of the tool. */
function checkProperties(keys: MappingReader, supplied: SuppliedParameters): void {
  const properties = keys.entry('properties')
  if (properties === undefined) return
  for (const { key, keyLocation } of mappingEntries(properties.value)) {
    if (!key.startsWith('x-') && !supplied.has(key)) reportUnknownParameter(key, keyLocation, supplied)
  }
}

function reportUnknownParameter(key: string, location: SourceLocation, supplied: SuppliedParameters): void {
  const otherwise = supplied.size === 0 ? 'Remove it: this tool has no parameters.' : 'Write one of its parameters.'
  report(
    location,
    'unknown-parameter',
    `This tool has no parameter "${key}".`,
    suggest(key, supplied.keys(), otherwise),
  )
}
