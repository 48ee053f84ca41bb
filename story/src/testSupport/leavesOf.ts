import type { Choice, Leaf, Test, Tree } from '../analysis/programs/program.ts'

/** A leaf and the tests and choices that lead to it. */
export interface LeafPath {
  readonly leaf: Leaf
  readonly tests: readonly { readonly test: Test; readonly branch: number }[]
  readonly choices: readonly { readonly choice: Choice; readonly position: number }[]
}

/** All leaves that a tree has so far. */
export function leavesOf(tree: Tree | null | undefined): readonly LeafPath[] {
  return tree == null ? [] : collect(tree, [], [])
}

function collect(tree: Tree, tests: LeafPath['tests'], choices: LeafPath['choices']): readonly LeafPath[] {
  switch (tree.kind) {
    case 'leaf':
      return [{ leaf: tree, tests, choices }]
    case 'test':
      return [...tree.branches].flatMap(([branch, next]) => collect(next, [...tests, { test: tree, branch }], choices))
    case 'choice':
      return tree.branches.flatMap((next, position) =>
        next === undefined ? [] : collect(next, tests, [...choices, { choice: tree, position }]),
      )
  }
}
