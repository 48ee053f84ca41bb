import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { startValue } from '../../state/startValue.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { variableReader, variableName, type Variable, type VariableReader } from '../model/variable.ts'
import type { NumberBounds, SlicedVariable } from '../model/slices.ts'

/** The places of some cells in a code. */
export type Columns = readonly number[]

/** A cell of a code and what it becomes. */
export type EncodingChange = readonly [place: number, character: string]

/**
 * Writes states as short texts, one character a cell, and reads them again. Two states with the same code go the
 * same ways: cells that no rule asks are left out, and numbers beyond all bounds are one.
 */
export class StateEncoding {
  private readonly columns: readonly Column[]
  private readonly places: ReadonlyMap<string, number>

  constructor(gamebook: Gamebook, cells: readonly SlicedVariable[]) {
    this.columns = cells.map(({ cell, bounds }) => new Column(gamebook, cell, bounds))
    this.places = new Map(cells.map(({ cell }, place) => [variableName(cell), place]))
  }

  /** Those of the cells that are in the code, in order. */
  placesOf(cells: Iterable<string>): Columns {
    return [...new Set(cells)].flatMap((name) => this.places.get(name) ?? []).sort((a, b) => a - b)
  }

  get allPlaces(): Columns {
    return [...this.columns.keys()]
  }

  encode(state: StoryState): string {
    return this.columns.map((column) => column.characterOf(state)).join('')
  }

  /** What of a state differs from a code, looking at these places alone. */
  changes(code: string, state: StoryState, places: Columns): readonly EncodingChange[] {
    return places.flatMap((place): readonly EncodingChange[] => {
      const character = this.columns[place]?.characterOf(state) ?? ''
      return character === code[place] ? [] : [[place, character]]
    })
  }

  /** A state with this code. */
  decode(code: string): StoryState {
    const start = startState(0)
    const draft: StateDraft = { entities: {}, visited: {}, triggers: {} }
    this.columns.forEach((column, place) => column.writeTo(draft, code.charCodeAt(place)))
    return { ...start, ...draft }
  }

  /** What a code holds at a place. */
  valueAt(code: string, cell: string): Json | undefined {
    const place = this.places.get(cell)
    return place === undefined ? undefined : this.columns[place]?.values[code.charCodeAt(place)]
  }
}

export function withChanges(code: string, changes: readonly EncodingChange[]): string {
  let changed = code
  for (const [place, character] of changes) changed = changed.slice(0, place) + character + changed.slice(place + 1)
  return changed
}

/** What a code holds at some places, as a text to look up by. */
export function project(code: string, places: Columns): string {
  let projected = ''
  for (const place of places) projected += code[place] ?? ''
  return projected
}

interface StateDraft {
  readonly entities: Record<string, Record<string, Json>>
  readonly visited: Record<string, string[]>
  readonly triggers: Record<string, { on: boolean; fired: number }>
}

const MINUTES_PER_DAY = 24 * 60

/** One cell of a code: numbers the values that it takes. */
class Column {
  /** By number: the first of the values that are told apart by it from others. */
  readonly values: Json[] = []
  private readonly codes = new Map<Json, number>()
  private readonly cell: Variable
  private readonly bounds: NumberBounds | null
  private readonly read: VariableReader
  private readonly start: Json

  constructor(gamebook: Gamebook, cell: Variable, bounds: NumberBounds | null) {
    this.cell = cell
    this.bounds = bounds
    this.read = variableReader(gamebook, cell)
    this.start = cell.kind === 'field' ? startValue(gamebook, cell.entityId, cell.field) : null
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
    const { cell } = this
    switch (cell.kind) {
      case 'field':
        if (value !== this.start) (draft.entities[cell.entityId] ??= {})[cell.field] = value
        return
      case 'visited':
        if (value === true) (draft.visited[cell.graphId] ??= []).push(cell.nodeId)
        return
      case 'trigger':
        if (value !== 0)
          draft.triggers[cell.triggerId] = { on: Number(value) % 2 === 1, fired: Number(value) > 1 ? 1 : 0 }
    }
  }

  /** The same for values that no rule tells apart. Lists are compared by what they hold. */
  private kindOf(value: Json): Json {
    if (typeof value === 'object') return value === null ? null : JSON.stringify(value)
    if (this.bounds === null || typeof value !== 'number') return value
    const { least, most, dayStart } = this.bounds
    const side = value > most ? 'above' : value < least ? 'below' : value
    return dayStart === null ? side : `${side} ${(dayStart + value) % MINUTES_PER_DAY}`
  }
}
