import type { ConeLeaf, ConeNode } from './cone.ts'

/** The nodes of a reduced program, each once. */
export function nodesOf(root: ConeNode): readonly ConeNode[] {
  const nodes = new Set([root])
  for (const node of nodes) if (node.kind !== 'leaf') node.kids.forEach((kid) => nodes.add(kid))
  return [...nodes]
}

export function leavesOf(root: ConeNode): readonly ConeLeaf[] {
  return nodesOf(root).filter((node) => node.kind === 'leaf')
}

/** The variables that a reduced program tests. */
export function testedBy(root: ConeNode): ReadonlySet<number> {
  return new Set(nodesOf(root).flatMap((node) => (node.kind === 'test' ? [node.variable] : [])))
}
