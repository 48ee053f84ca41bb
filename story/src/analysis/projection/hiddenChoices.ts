import { applyLeaf } from './applyLeaf.ts'
import type { ProjectedLeaf, ProjectedNode, ProjectedState } from './projectedNode.ts'

/** Follows programs where hidden variables may decide either way, and notes which of them did. */
export class HiddenChoices {
  /** Whether nothing hidden has decided anything since the last question. */
  isSure = true
  /** The hidden variables that decided something, for a question that asks. */
  doubts: Set<number> | null = null

  /** Begins a question. */
  begin(doubts: Set<number> | null): void {
    this.isSure = true
    this.doubts = doubts
  }

  /** The leaves that a state can get to. */
  leavesAt(root: ProjectedNode, state: ProjectedState): readonly ProjectedLeaf[] {
    const leaves: ProjectedLeaf[] = []
    const nodes = new Set([root])
    for (const node of nodes) {
      if (node.kind === 'leaf') leaves.push(node)
      else if (node.kind === 'visible') {
        const kid = node.branches.get(state[node.place] ?? 0)
        if (kid !== undefined) nodes.add(kid)
      } else {
        if (node.kind === 'hidden') this.doubt(node.variable)
        node.kids.forEach((kid) => nodes.add(kid))
      }
    }
    return leaves
  }

  /** All states after what a leaf writes. */
  apply(leaf: ProjectedLeaf, state: ProjectedState): readonly ProjectedState[] {
    const states = applyLeaf(leaf, state)
    if (states.length > 1) {
      this.isSure = false
      for (const { blurred } of leaf.writes) if (blurred !== null) this.doubts?.add(blurred)
    }
    return states
  }

  private doubt(variable: number): void {
    this.isSure = false
    this.doubts?.add(variable)
  }
}
