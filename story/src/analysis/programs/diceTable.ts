import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'
import type { GamebookParts } from './gamebookParts.ts'
import type { ChoiceOptions } from './program.ts'

type DiceOptions = Extract<ChoiceOptions, { kind: 'dice' }>

/**
 * The outcomes of dice that rules can tell apart: one for each total. Where a total only decides about success, and is
 * neither written nor read, the highest and the lowest stand for all, because a roll succeeds from some total upwards.
 */
export class DiceTable {
  private readonly written: ReadonlySet<string>
  private readonly isTotalRead: boolean
  private readonly known = new Map<string, DiceOptions>()

  constructor({ expressions, rolls }: GamebookParts) {
    this.written = new Set(
      [...rolls].flatMap(({ into, count, sides }) => (into === null ? [] : [nameOf(count, sides)])),
    )
    this.isTotalRead = [...expressions.keys()].some(({ root }) => readsTotal(root))
  }

  optionsOf(count: number, sides: number): DiceOptions {
    const name = nameOf(count, sides)
    const known = this.known.get(name)
    if (known !== undefined) return known
    const options: DiceOptions = { kind: 'dice', values: this.listOutcomes(count, sides) }
    this.known.set(name, options)
    return options
  }

  private listOutcomes(count: number, sides: number): DiceOptions['values'] {
    const [min, max] = [count, count * sides]
    if (this.isTotalRead || this.written.has(nameOf(count, sides)) || max - min < 2)
      return Array.from({ length: max - min + 1 }, (_, index) => diceOf(max - index, count))
    return [diceOf(max, count), diceOf(min, count)]
  }
}

/** Dice that add up to a total, as evenly as possible. */
function diceOf(total: number, count: number): readonly number[] {
  const even = Math.floor(total / count)
  return Array.from({ length: count }, (_, index) => (index < total - even * count ? even + 1 : even))
}

function readsTotal(node: ExpressionNode): boolean {
  if (node.kind === 'path') return node.head.name === 'roll' && node.steps.some(({ name }) => name === 'total')
  return childrenOf(node).some(readsTotal)
}

function nameOf(count: number, sides: number): string {
  return `${count}d${sides}`
}
