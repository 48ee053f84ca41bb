import { repeat } from './shapes.mjs'

/** @import { Random } from './random.mjs' */

/** The x coordinate of the gutter. */
export const AXIS = 450

const FAR = { y: 742, halfWidth: 236, rise: 20 }
const NEAR = { y: 1040, halfWidth: 412, rise: 58 }
const LINES = 25
const LEAVES = 11

/**
 * Draws an open book seen from its foot, filled with the gradients `page` and `fold`.
 *
 * @param {Random} random
 */
export function drawOpenBook(random) {
  const far = profile(0)
  const near = profile(1)
  const pages = `M${far.left} ${far.toRight} L${near.right} ${near.toLeft} Z`
  return `${leaves()}<path d="${pages}" fill="url(#page)"/><path d="${pages}" fill="url(#fold)"/>
    ${repeat(LINES, (index) => line(random, ((index + 0.7) / (LINES + 0.4)) ** 1.35))}
    <path d="M${AXIS} ${FAR.y}L${AXIS} ${NEAR.y}" stroke="#3a2d1c" stroke-width="3" opacity="0.55"/>`
}

/**
 * Returns the y coordinate of the gutter at a depth from 0 (far) to 1 (near).
 *
 * @param {number} depth
 */
export const yAt = (depth) => between('y', depth)

/**
 * @param {keyof typeof FAR} key
 * @param {number} depth
 */
const between = (key, depth) => FAR[key] + (NEAR[key] - FAR[key]) * depth

/**
 * Returns the edge of the pages at a depth, which bulges on both sides of the gutter. `drop` lowers and widens it.
 *
 * @param {number} depth
 */
function profile(depth, drop = 0) {
  const y = between('y', depth) + drop
  const halfWidth = between('halfWidth', depth)
  const rise = between('rise', depth)
  const outer = halfWidth + drop * 0.28
  /**
   * @param {number} share
   * @param {number} height
   */
  const point = (share, height) => `${AXIS + share * halfWidth} ${y - height * rise}`
  /** @param {-1 | 1} side */
  const edge = (side) => `${AXIS + side * outer} ${y - 0.25 * rise}`
  /** @param {-1 | 1} side */
  const curve = (side) =>
    `C${point(-side * 0.62, 0.95)} ${point(-side * 0.22, 1.5)} ${AXIS} ${y}
     C${point(side * 0.22, 1.5)} ${point(side * 0.62, 0.95)} ${edge(side)}`
  return { left: edge(-1), right: edge(1), toRight: curve(1), toLeft: curve(-1) }
}

/**
 * Draws a line that is a ripple of sand in the distance and a line of print nearby, where the gaps between words open.
 *
 * @param {Random} random
 * @param {number} depth
 */
function line(random, depth) {
  const { left, toRight } = profile(depth)
  return `<path d="M${left} ${toRight}" fill="none" stroke="#6b5a3c" pathLength="1000"
    stroke-width="${1.2 + depth * 4.6}" opacity="${0.34 + depth * 0.22}" stroke-dasharray="${words(random, depth)}"/>`
}

/**
 * Returns dashes for both pages with even margins. The left page goes from 0 to 500, the right page from 500 to 1000.
 *
 * @param {Random} random
 * @param {number} depth
 */
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
    const lastGap = dashes.pop() ?? gap
    dashes.push(lastGap + (end + margin * 2 - at))
  }
  return dashes.map((length) => length.toFixed(1)).join(' ')
}

/** Draws the cut edges of the leaves below the open pages, and the cover below them. */
const leaves = () =>
  underside(46, '#0b2a33') +
  repeat(LEAVES, (index) => underside(40 - index * 3.6, index % 2 === 0 ? '#efe3c2' : '#c9b78b'))

/**
 * @param {number} drop
 * @param {string} fill
 */
function underside(drop, fill) {
  const far = profile(0)
  const near = profile(1, drop)
  return `<path d="M${far.left} L${near.left} ${near.toRight} L${far.right} Z" fill="${fill}"/>`
}
