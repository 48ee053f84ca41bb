import type { Subject } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'

/** How authors know a rule. */
export function nameOfSubject(programs: Programs, subject: Subject): string {
  switch (subject.kind) {
    case 'function':
      return subject.fn.name
    case 'condition':
    case 'effect':
      return programs.triggers[subject.trigger]?.id ?? ''
    case 'observer':
      return subject.name
    case 'opening':
      return subject.kind
  }
}
