import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { startValue } from '../../state/startValue.ts'
import { createState } from '../../state/createState.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { variableReader, variableName, type Variable, type VariableReader } from '../model/variable.ts'
import type { NumberBounds, SlicedVariable } from '../model/slices.ts'

/** The indexes of some variables in a code. */
export type Columns = readonly number[]

/** The index of a variable in a code and its new character. */
export type EncodingChange = readonly [index: number, character: string]

/**
 * Encodes states as short texts with one character per variable, and decodes them. States with the same code have the
 * same successors: variables that no rule reads are left out, and numbers beyond all bounds share a character.
 */
export class StateEncoding {
  private readonly columns: readonly Column[]
  private readonly indexes: ReadonlyMap<string, number>

  constructor(gamebook: Gamebook, variables: readonly SlicedVariable[]) {
    this.columns = variables.map(({ variable, bounds }) => new Column(gamebook, variable, bounds))
    this.indexes = new Map(variables.map(({ variable }, index) => [variableName(variable), index]))
  }

  /** The columns of the variables that are part of the code, in order. */
  columnsOf(variables: Iterable<string>): Columns {
    return [...new Set(variables)].flatMap((name) => this.indexes.get(name) ?? []).sort((a, b) => a - b)
  }

  get allColumns(): Columns {
    return [...this.columns.keys()]
  }

  encode(state: StoryState): string {
    return this.columns.map((column) => column.characterOf(state)).join('')
  }

  /** How a state differs from a code in some columns. */
  changes(code: string, state: StoryState, columns: Columns): readonly EncodingChange[] {
    return columns.flatMap((index): readonly EncodingChange[] => {
      const character = this.columns[index]?.characterOf(state) ?? ''
      return character === code[index] ? [] : [[index, character]]
    })
  }

  /** A state with this code. */
  decode(code: string): StoryState {
    const { rng } = startState(0)
    const draft: StateDraft = { entities: {}, visited: {}, triggers: {}, visits: {}, discussed: {} }
    this.columns.forEach((column, index) => column.writeTo(draft, code.charCodeAt(index)))
    return createState({ rng, ...draft })
  }

  /** The value of a variable in a code. */
  valueAt(code: string, variable: string): Json | undefined {
    const index = this.indexes.get(variable)
    return index === undefined ? undefined : this.columns[index]?.values[code.charCodeAt(index)]
  }
}

export function withChanges(code: string, changes: readonly EncodingChange[]): string {
  let changed = code
  for (const [index, character] of changes) changed = changed.slice(0, index) + character + changed.slice(index + 1)
  return changed
}

/** The characters of a code in some columns, as a lookup key. */
export function project(code: string, columns: Columns): string {
  let projected = ''
  for (const index of columns) projected += code[index] ?? ''
  return projected
}

interface StateDraft {
  readonly entities: Record<string, Record<string, Json>>
  readonly visited: Record<string, string[]>
  readonly triggers: Record<string, { on: boolean; fired: number }>
  readonly visits: Record<string, Record<string, number>>
  readonly discussed: Record<string, string[]>
}

function addOnce(ids: string[], id: string): void {
  if (!ids.includes(id)) ids.push(id)
}

const MINUTES_PER_DAY = 24 * 60

/** One variable of a code: gives each of its values a number. */
class Column {
  /** By number: the first value of each group of equivalent values. */
  readonly values: Json[] = []
  private readonly codes = new Map<Json, number>()
  private readonly variable: Variable
  private readonly bounds: NumberBounds | null
  private readonly read: VariableReader
  private readonly start: Json

  constructor(gamebook: Gamebook, variable: Variable, bounds: NumberBounds | null) {
    this.variable = variable
    this.bounds = bounds
    this.read = variableReader(gamebook, variable)
    this.start = variable.kind === 'field' ? startValue(gamebook, variable.entityId, variable.field) : null
  }

  characterOf(state: StoryState): string {
    const value = this.read(state)
    const kind = this.kindOf(value)
    let code = this.codes.get(kind)
    if (code === undefined) {
      code = this.values.length
      this.codes.set(kind, code)
      this.values.push(value)
    }
    return String.fromCharCode(code)
  }

  writeTo(draft: StateDraft, code: number): void {
    const value = this.values[code] ?? null
    const { variable } = this
    switch (variable.kind) {
      case 'field':
        if (value !== this.start) (draft.entities[variable.entityId] ??= {})[variable.field] = value
        return
      case 'visited':
        if (value === true) addOnce((draft.visited[variable.graphId] ??= []), variable.nodeId)
        return
      case 'visits':
        if (Number(value) > 0) addOnce((draft.visited[variable.graphId] ??= []), variable.nodeId)
        if (Number(value) > 1) (draft.visits[variable.graphId] ??= {})[variable.nodeId] = Number(value)
        return
      case 'discussed':
        if (value === true) (draft.discussed[variable.speakerId] ??= []).push(variable.topicId)
        return
      case 'trigger':
        if (value !== 0)
          draft.triggers[variable.triggerId] = { on: Number(value) % 2 === 1, fired: Number(value) > 1 ? 1 : 0 }
    }
  }

  /** A key that is the same for values that no rule distinguishes. Lists are compared by their elements. */
  private kindOf(value: Json): Json {
    if (typeof value === 'object') return value === null ? null : JSON.stringify(value)
    if (this.bounds === null || typeof value !== 'number') return value
    const { min, max, dayStart } = this.bounds
    const side = value > max ? 'above' : value < min ? 'below' : value
    return dayStart === null ? side : `${side} ${(dayStart + value) % MINUTES_PER_DAY}`
  }
}
