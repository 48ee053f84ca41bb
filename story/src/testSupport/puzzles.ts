import { makeCone, type TreeSketch } from './cones/randomCone.ts'

/** Many levers, and a door that opens when all are up. */
export function leversOf(count: number): ReturnType<typeof makeCone> {
  const levers = [...Array(count).keys()]
  const door = levers.reduce<TreeSketch>((rest, lever) => ({ test: lever, branches: [{}, rest] }), { ended: 1 })
  return makeCone({
    sizes: levers.map(() => 2),
    programs: [
      ...levers.map((lever): TreeSketch => ({ test: lever, branches: [{ set: [[lever, 1]] }, { set: [[lever, 0]] }] })),
      door,
    ],
  })
}

/** A corridor of rooms, a key that can be taken in the last one, a well that it can be thrown into, and a door in the first. */
export function keyPuzzle(rooms: number): ReturnType<typeof makeCone> {
  const room = 0
  const key = 1
  const only = (place: number, tree: TreeSketch): TreeSketch => ({
    test: room,
    branches: [...Array(rooms).keys()].map((at) => (at === place ? tree : {})),
  })
  return makeCone({
    sizes: [rooms, 3],
    programs: [
      { add: [[room, 1]] },
      { add: [[room, -1]] },
      only(rooms - 1, { test: key, branches: [{ set: [[key, 1]], goals: [0] }, {}, {}] }),
      only(1, { test: key, branches: [{}, { set: [[key, 2]] }, {}] }),
      only(0, { test: key, branches: [{}, { ended: 1 }, {}] }),
    ],
  })
}
