import type { Gamebook } from '../../gamebook/gamebook.ts'
import { listRules, type Rule } from '../rules/rule.ts'
import type { Subject } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import type { StateVariable } from '../programs/stateVariable.ts'

/** What a rule could do by its syntax, whatever its arguments and the state are. */
export interface PossibleWrites {
  readonly writes: (variable: StateVariable) => boolean
  readonly writesField: (name: string) => boolean
  readonly movesGraphs: boolean
  readonly endsStory: boolean
  readonly resetsStory: boolean
}

/** Reads from the syntax what a program could do in runs that were not tried. */
export function possibleWritesOf(programs: Programs): (subject: Subject) => PossibleWrites {
  const rules = rulesBySubject(programs.gamebook)
  return (subject) => toPossibleWrites(rules(programs, subject))
}

function rulesBySubject(gamebook: Gamebook) {
  const rules = listRules(gamebook)
  const byName = new Map(rules.map((rule) => [`${rule.kind} ${rule.id}`, rule]))
  const questions = rules.filter(({ kind }) => kind === 'question')
  const named = (name: string): readonly Rule[] => {
    const rule = byName.get(name)
    return rule === undefined ? [] : [rule]
  }
  return (programs: Programs, subject: Subject): readonly Rule[] => {
    switch (subject.kind) {
      case 'opening':
        return questions
      case 'function':
        return named(`function ${subject.fn.name}`)
      case 'effect': {
        const trigger = programs.triggers[subject.trigger]
        if (trigger === undefined) return []
        if (trigger.kind === 'trigger') return named(`trigger ${trigger.id}`)
        return named(`reveal ${trigger.id.slice(0, -REVEAL.length)}`)
      }
      default:
        return []
    }
  }
}

const REVEAL = '#reveal_when'

function toPossibleWrites(rules: readonly Rule[]): PossibleWrites {
  const names = new Set(rules.flatMap(({ writes }) => [...writes]))
  const movesItems = [...names].some((name) => name.endsWith('.held_by'))
  const movesGraphs = [...names].some((name) => name.endsWith('.current_node_id'))
  return {
    writes: ({ variable, name }) => names.has(name) || (variable.kind === 'load' && movesItems),
    writesField: (name) => names.has(name),
    movesGraphs,
    endsStory: movesGraphs || rules.some(({ ends }) => ends),
    resetsStory: rules.some(({ resets }) => resets),
  }
}
