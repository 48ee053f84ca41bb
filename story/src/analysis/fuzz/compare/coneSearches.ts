import { Budget } from '../../answers/budget.ts'
import { ConeSearch } from '../../answers/coneSearch.ts'
import { createConeBuilder } from '../../cone/buildCone.ts'
import type { GamebookCone } from '../../cone/cone.ts'
import type { Question } from '../../cone/question.ts'
import type { StoryEvent } from '../../programs/event.ts'
import type { Programs } from '../../programs/programs.ts'
import type { SearchLimits } from '../../search/searchLimits.ts'
import type { ValueSets } from '../../values/valueSets.ts'
import { listQuestions } from './questions.ts'

/** The provers take one question in so many. */
const SHARE = 6
const MAX_STATES = 4_000

/** The cones of the questions that a gamebook raises. */
export class ConeSearches {
  readonly questions: readonly StoryEvent[]
  /** All questions at once. */
  readonly all: ConeSearch
  readonly limits: SearchLimits
  private readonly budget = new Budget({ maxStates: MAX_STATES })
  private readonly buildCone: (question: Question) => GamebookCone

  constructor(programs: Programs, sets: ValueSets) {
    this.questions = listQuestions(programs.gamebook)
    this.buildCone = createConeBuilder(programs, sets)
    this.limits = this.budget.large()
    this.all = this.searchOf(this.questions, 'all')
  }

  /** Some of the questions, each alone. `turn` says which. */
  some(turn: number): readonly (readonly [StoryEvent, ConeSearch])[] {
    const asked = this.questions.filter((_, index) => (index + turn) % SHARE === 0)
    return asked.map((question) => [question, this.searchOf([question], 'none')])
  }

  searchOf(goals: readonly StoryEvent[], endings: Question['endings']): ConeSearch {
    return new ConeSearch(this.buildCone({ goals, endings }), this.budget)
  }
}
