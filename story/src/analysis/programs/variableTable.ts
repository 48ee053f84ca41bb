import { Computed } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { startValueOf } from '../../state/writableField.ts'
import { startState } from '../../state/storyState.ts'
import type { FieldUses } from './useRecord.ts'
import { createScale } from './numberScale.ts'
import { readVariable } from './readVariable.ts'
import { StateVariable } from './stateVariable.ts'
import { variableName, type Variable } from './variable.ts'

/** The variables that runs have read or written. */
export class VariableTable {
  readonly all: StateVariable[] = []
  private readonly gamebook: Gamebook
  private readonly uses: FieldUses
  private readonly byName = new Map<string, StateVariable>()

  constructor(gamebook: Gamebook, uses: FieldUses) {
    this.gamebook = gamebook
    this.uses = uses
  }

  find(variable: Variable): StateVariable {
    const name = variableName(variable)
    const known = this.byName.get(name)
    if (known !== undefined) return known
    const start = readVariable(this.gamebook, variable, startState(0))
    const isScaled = typeof start === 'number' && variable.kind !== 'load' && !this.uses.of(name).isExact
    const scale = isScaled ? createScale(start, this.useOf(variable), this.clockOf(variable)) : null
    const created = new StateVariable(this.all.length, variable, start, scale)
    this.all.push(created)
    this.byName.set(name, created)
    return created
  }

  /** Whether a field is computed, so play can't write it. */
  isComputed(entityId: string, field: string): boolean {
    const entity = this.gamebook.entities.get(entityId)
    return entity !== undefined && startValueOf(this.gamebook, entity, field) instanceof Computed
  }

  private useOf(variable: Variable) {
    const use = this.uses.of(variableName(variable))
    return variable.kind === 'visits' ? { ...use, increases: true } : use
  }

  private clockOf(variable: Variable) {
    if (variable.kind !== 'field' || variable.field !== 'minutes') return null
    return this.gamebook.entities.get(variable.entityId)?.clock ?? null
  }
}
