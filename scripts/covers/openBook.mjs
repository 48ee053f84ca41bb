import { repeat } from './shapes.mjs'

/** Where the gutter runs, from top to bottom. */
export const AXIS = 450

const FAR = { y: 742, halfWidth: 236, rise: 20 }
const NEAR = { y: 1040, halfWidth: 412, rise: 58 }
const LINES = 25
const LEAVES = 11

/** An open book, seen from its foot. Fills: gradients `page` and `fold`. */
export function drawOpenBook(random) {
  const far = profile(0)
  const near = profile(1)
  const pages = `M${far.left} ${far.toRight} L${near.right} ${near.toLeft} Z`
  return `${leaves()}<path d="${pages}" fill="url(#page)"/><path d="${pages}" fill="url(#fold)"/>
    ${repeat(LINES, (index) => line(random, ((index + 0.7) / (LINES + 0.4)) ** 1.35))}
    <path d="M${AXIS} ${FAR.y}L${AXIS} ${NEAR.y}" stroke="#3a2d1c" stroke-width="3" opacity="0.55"/>`
}

/** The height of the gutter at a depth from 0 (far) to 1 (near). */
export const yAt = (depth) => between('y', depth)

const between = (key, depth) => FAR[key] + (NEAR[key] - FAR[key]) * depth

/** The line in which the pages are cut at a depth: bulging on either side of the gutter; `drop` lowers and widens it. */
function profile(depth, drop = 0) {
  const y = between('y', depth) + drop
  const halfWidth = between('halfWidth', depth)
  const rise = between('rise', depth)
  const outer = halfWidth + drop * 0.28
  const point = (share, height) => `${AXIS + share * halfWidth} ${y - height * rise}`
  const edge = (side) => `${AXIS + side * outer} ${y - 0.25 * rise}`
  const curve = (side) =>
    `C${point(-side * 0.62, 0.95)} ${point(-side * 0.22, 1.5)} ${AXIS} ${y}
     C${point(side * 0.22, 1.5)} ${point(side * 0.62, 0.95)} ${edge(side)}`
  return { left: edge(-1), right: edge(1), toRight: curve(1), toLeft: curve(-1) }
}

/** Far off a ripple of sand, near by a line of print: the gaps between the words open as it comes closer. */
function line(random, depth) {
  const { left, toRight } = profile(depth)
  return `<path d="M${left} ${toRight}" fill="none" stroke="#6b5a3c" pathLength="1000"
    stroke-width="${1.2 + depth * 4.6}" opacity="${0.34 + depth * 0.22}" stroke-dasharray="${words(random, depth)}"/>`
}

/** Dashes for both pages, each with an even margin: the left page runs from 0 to 500, the right one from 500 to 1000. */
function words(random, depth) {
  const margin = 24 + depth * 40
  const gap = 1.5 + 8 * depth
  const dashes = [0, margin]
  for (const end of [500 - margin, 1000 - margin]) {
    let at = end - 500 + 2 * margin
    while (at < end) {
      const word = Math.min((8 + random() * 30) * (0.45 + depth * 0.75), end - at)
      dashes.push(word, gap)
      at += word + gap
    }
    dashes[dashes.length - 1] += end + margin * 2 - at
  }
  return dashes.map((length) => length.toFixed(1)).join(' ')
}

/** The cut edge of the leaves below the open pages, the cover undermost. */
const leaves = () =>
  underside(46, '#0b2a33') +
  repeat(LEAVES, (index) => underside(40 - index * 3.6, index % 2 === 0 ? '#efe3c2' : '#c9b78b'))

function underside(drop, fill) {
  const far = profile(0)
  const near = profile(1, drop)
  return `<path d="M${far.left} L${near.left} ${near.toRight} L${far.right} Z" fill="${fill}"/>`
}
