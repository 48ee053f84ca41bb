import type { Choice, ChoiceOptions, Leaf, Program, Test, Tree } from './program.ts'

/** A test with the question that it came from, so a run that asks something else is noticed. */
class AskedTest implements Test {
  readonly kind = 'test'
  readonly variable: number
  readonly question: string
  readonly branchOf: (value: number) => number
  readonly branches = new Map<number, Tree>()

  constructor(variable: number, question: string, branchOf: (value: number) => number) {
    this.variable = variable
    this.question = question
    this.branchOf = branchOf
  }
}

/** The path of one run through the tree of its program. What the tree lacks is added. */
export class TreePath {
  private readonly program: Program
  private tree: Tree | null
  /** Puts a new part where the path has ended. */
  private attach: (tree: Tree) => void

  constructor(program: Program) {
    this.program = program
    this.tree = program.root
    this.attach = (tree) => {
      program.root = tree
    }
  }

  /** `question` is unique for what is asked about a variable. */
  test(variable: number, question: string, branchOf: (value: number) => number, value: number): void {
    const test = this.at(
      (tree) => (tree instanceof AskedTest ? tree : null),
      () => new AskedTest(variable, question, branchOf),
    )
    if (test.variable !== variable || test.question !== question) throw this.deviation()
    const branch = test.branchOf(value)
    this.follow(test.branches.get(branch), (tree) => test.branches.set(branch, tree))
  }

  choose(options: ChoiceOptions, pick: (choice: Choice) => number): Choice & { readonly position: number } {
    const choice = this.at(
      (tree) => (tree.kind === 'choice' ? tree : null),
      (): Choice => ({ kind: 'choice', options, branches: [] }),
    )
    if (!isSame(choice.options, options)) throw this.deviation()
    const position = pick(choice)
    if (!(position in options.values)) throw new Error(`There is no option ${position}.`)
    this.follow(choice.branches[position], (tree) => {
      choice.branches[position] = tree
    })
    return { ...choice, position }
  }

  /** The leaf of the tree, if it has one already: then it has to be the same. */
  end(leaf: Leaf): Leaf {
    const found = this.at(
      (tree) => (tree.kind === 'leaf' ? tree : null),
      () => leaf,
    )
    if (found !== leaf && JSON.stringify(found) !== JSON.stringify(leaf)) throw this.deviation()
    return found
  }

  private at<Part extends Tree>(expect: (tree: Tree) => Part | null, create: () => Part): Part {
    if (this.tree === null) {
      const created = create()
      this.attach(created)
      this.tree = created
      return created
    }
    const found = expect(this.tree)
    if (found === null) throw this.deviation()
    return found
  }

  private follow(tree: Tree | undefined, attach: (tree: Tree) => void): void {
    this.tree = tree ?? null
    this.attach = attach
  }

  private deviation(): Error {
    return new Error(`A run of ${JSON.stringify(this.program.subject)} differs from an earlier one.`)
  }
}

function isSame(left: ChoiceOptions, right: ChoiceOptions): boolean {
  if (left === right) return true
  if (left.values.length !== right.values.length) return false
  if (left.kind !== 'argument' || right.kind !== 'argument') return left.kind === right.kind
  return left.parameter === right.parameter && left.values.every((value, index) => value === right.values[index])
}
