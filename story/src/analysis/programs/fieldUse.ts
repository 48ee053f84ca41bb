/** How the rules use a variable. */
export interface FieldUse {
  /** The numbers that it is compared with. For a clock they are minutes since the start of the story. */
  readonly bounds: Set<number>
  readonly texts: Set<string>
  /** The texts that the time of day is compared with. */
  readonly times: Set<string>
  /** Whether it is used in any other form than to be compared with constants or shown. */
  isExact: boolean
  /** Whether an action can add to it or take from it. */
  increases: boolean
  decreases: boolean
}

export function newUse(): FieldUse {
  return {
    bounds: new Set(),
    texts: new Set(),
    times: new Set(),
    isExact: false,
    increases: false,
    decreases: false,
  }
}

export function orFlags(...uses: readonly FieldUse[]): Pick<FieldUse, 'isExact' | 'increases' | 'decreases'> {
  return {
    isExact: uses.some(({ isExact }) => isExact),
    increases: uses.some(({ increases }) => increases),
    decreases: uses.some(({ decreases }) => decreases),
  }
}
