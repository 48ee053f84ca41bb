import type { GamebookCone } from '../cone/cone.ts'
import type { Occurrence, SearchTree } from '../search/searchTree.ts'
import type { Step } from '../steps/step.ts'
import type { Looks } from './observePlay.ts'
import { PlayedTree } from './playedTree.ts'
import type { ShownPlays } from './shownPlays.ts'

/** Plays the paths of search trees with the engine. */
export class PathPlayer {
  private readonly plays: ShownPlays
  private readonly played = new WeakMap<SearchTree, PlayedTree>()

  constructor(plays: ShownPlays) {
    this.plays = plays
  }

  /** Like `PlayedTree.playTo`, in a search tree of a cone. */
  playTo(
    { cone }: { readonly cone: GamebookCone },
    tree: SearchTree,
    occurrence: Occurrence,
    looks: Looks = 'at-both-ends',
  ): readonly Step[] | null {
    let played = this.played.get(tree)
    if (played === undefined) this.played.set(tree, (played = new PlayedTree(cone, tree, this.plays)))
    return played.playTo(occurrence, looks)
  }
}
