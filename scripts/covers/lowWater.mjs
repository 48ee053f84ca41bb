import { AXIS, drawOpenBook, yAt } from './openBook.mjs'
import { createRandom } from './random.mjs'
import { horizontalGradient, radialGradient, repeat, scatter, titleLine, verticalGradient } from './shapes.mjs'

/** @import { Random } from './random.mjs' */

/** The drowned library is on an open book: the pages are the sand, and the gutter is the road to the library. */
export function drawLowWater() {
  const random = createRandom(19)
  return [
    definitions(),
    sky(random),
    moon(),
    distantSea(random),
    drawOpenBook(random),
    library(random),
    walker(),
    nearWater(random),
    title(),
  ].join('')
}

const INK = '#0a1e26'
const LAMP = '#ffbe55'

const definitions = () => `<defs>
  ${verticalGradient('sky', [
    [0, '#06151f'],
    [0.34, '#0d3341'],
    [0.62, '#2b6b73'],
    [0.8, '#8fb0a0'],
    [1, '#e6d9ac'],
  ])}
  ${radialGradient('halo', [
    [0, '#fdf0c8', 0.75],
    [0.5, '#f3dfa8', 0.28],
    [1, '#f3dfa8', 0],
  ])}
  ${verticalGradient('moon', [
    [0, '#fff6da'],
    [1, '#f2d99c'],
  ])}
  ${verticalGradient('sea', [
    [0, '#5f9290'],
    [0.18, '#1c515b'],
    [1, '#051218'],
  ])}
  ${verticalGradient('page', [
    [0, '#d9c596'],
    [0.35, '#e9dab2'],
    [1, '#f4ead0'],
  ])}
  ${horizontalGradient('fold', [
    [0, '#7d6a45', 0.5],
    [0.3, '#7d6a45', 0],
    [0.42, '#6d5938', 0.12],
    [0.5, '#3f3220', 0.85],
    [0.58, '#6d5938', 0.12],
    [0.7, '#7d6a45', 0],
    [1, '#7d6a45', 0.5],
  ])}
  ${radialGradient('lamp', [
    [0, '#fff0c0', 1],
    [0.25, LAMP, 0.75],
    [1, LAMP, 0],
  ])}
  ${verticalGradient('stone', [
    [0, '#17404a'],
    [1, INK],
  ])}
</defs>`

/** @param {Random} random */
const sky = (random) => `<rect width="900" height="760" fill="url(#sky)"/>
  ${scatter(random, 90, { x: 0, y: 0, width: 900, height: 470 }, (x, y, size) => {
    const faint = 0.15 + 0.6 * size * (1 - y / 520)
    return `<circle cx="${x}" cy="${y}" r="${0.6 + size * 1.3}" fill="#f6efd6" opacity="${faint}"/>`
  })}`

const moon = () => `<circle cx="${AXIS}" cy="520" r="400" fill="url(#halo)"/>
  <circle cx="${AXIS}" cy="520" r="212" fill="url(#moon)"/>
  <g fill="#e2c583" opacity="0.35"><circle cx="352" cy="470" r="38"/><circle cx="330" cy="560" r="20"/>
  <circle cx="560" cy="430" r="26"/><circle cx="590" cy="530" r="44"/><circle cx="430" cy="370" r="15"/></g>`

/**
 * The white line on the horizon, and the roofs of the lower town.
 *
 * @param {Random} random
 */
const distantSea = (random) => `<rect y="700" width="900" height="500" fill="url(#sea)"/>
  <rect y="698" width="900" height="4" fill="#fffbe8" opacity="0.9"/>
  <g fill="#16414a">${repeat(26, (index) => {
    const x = index < 13 ? 4 + index * 13 : 716 + (index - 13) * 14
    const height = 8 + random() * 20
    return `<path d="M${x} 706v${-height * 0.6}l7 ${-height * 0.5}l7 ${height * 0.5}v${height * 0.6}z"/>`
  })}</g>
  ${scatter(random, 60, { x: 0, y: 712, width: 900, height: 150 }, (x, y, size) => {
    const length = 14 + size * 70 * ((y - 690) / 150)
    return `<path d="M${x} ${y}h${length}" stroke="#d8e3c8" stroke-width="1.6" opacity="${0.12 + size * 0.3}"/>`
  })}`

/** @param {Random} random */
const library = (random) => `<g>
  <path d="M252 748V640h-8v-14h412v14h-8v108z" fill="url(#stone)"/>
  <path d="M318 632v-66h264v66z" fill="url(#stone)"/>
  <path d="M332 566c0-92 50-148 118-148s118 56 118 148z" fill="url(#stone)"/>
  <path d="M430 424v-34h-5v-8h50v8h-5v34zM436 382c0-14 6-22 14-34c8 12 14 20 14 34z" fill="${INK}"/>
  <path d="M310 572v-10h280v10zM300 636v-10h300v10z" fill="${INK}"/>
  <g fill="none" stroke="#2f6870" stroke-width="2.4" opacity="0.7">
    <path d="M344 560c2-78 40-130 104-134"/><path d="M386 562c4-68 24-116 64-136"/><path d="M450 562V426"/><path d="M514 562c-4-68-24-116-64-136"/>
  </g>
  ${repeat(9, (index) => `<path d="M${332 + index * 27} 622v-34q9-14 18 0v34z" fill="${index === 4 ? LAMP : '#0a2029'}"/>`)}
  ${repeat(10, (index) => (index === 4 || index === 5 ? '' : `<path d="M${266 + index * 38} 736v-62q12-18 24 0v62z" fill="#0a2029"/>`))}
  <path d="M416 748v-78q34-44 68 0v78z" fill="#061319"/>
  <path d="M428 748v-74q22-28 44 0v74z" fill="#31707a" opacity="0.35"/>
  ${weed(random)}
  <circle cx="${AXIS}" cy="604" r="86" fill="url(#lamp)"/>
  <path d="M440 622v-34q9-14 18 0v34z" fill="#fff3cf"/>
</g>`

/**
 * Seaweed along the gutters.
 *
 * @param {Random} random
 */
const weed = (random) =>
  repeat(46, (index) => {
    const x = 250 + index * 8.8
    const length = 7 + random() * 30
    return `<path d="M${x} 638q${-3 + random() * 6} ${length * 0.6} ${-2 + random() * 4} ${length}" stroke="#0f2f33" stroke-width="3" fill="none" stroke-linecap="round"/>`
  }) +
  repeat(26, (index) => {
    const x = 316 + index * 10.6
    const length = 5 + random() * 18
    return `<path d="M${x} 572q${-2 + random() * 4} ${length * 0.6} 0 ${length}" stroke="#0f2f33" stroke-width="2.6" fill="none" stroke-linecap="round"/>`
  })

/** The player on the road, with a satchel, a long shadow and footprints. */
const walker = () => `<g fill="${INK}">
  ${repeat(8, (index) => {
    const depth = 0.66 + index * 0.043
    const y = yAt(depth) - 4
    const side = index % 2 ? 8 : -8
    return `<ellipse cx="${AXIS + side * depth}" cy="${y}" rx="${2.4 + depth * 1.4}" ry="${3.4 + depth * 2}" opacity="0.6"/>`
  })}
  <g transform="translate(${AXIS} 908)">
    <path d="M-13 -4L-26 78q26 12 52 0L13 -4z" opacity="0.28"/>
    <path d="M-8 -22h6.4l-.8 22h-8.2zM2 -22h6.4l4 19l-7.6 2.4z"/>
    <path d="M-7 -58C-14 -56 -16 -44 -18 -15Q-1 -9 17 -15C15 -44 13 -56 7 -58z"/>
    <circle cy="-67" r="7.6"/>
    <path d="M-9 -71q9 -9 18 0l1 4h-20z"/>
    <path d="M-8 -60h15l13 9l9 15l-5 1l-9 -11l-12 -6h-11z" fill="#7c2f2a"/>
    <path d="M-9 -56L13 -32" stroke="#e9c77b" stroke-width="2.2"/>
    <path d="M6 -36l15 2l-2 15l-15 -2z" fill="#6d4a25" stroke="#e9c77b" stroke-width="1.4"/>
  </g></g>`

/** @param {Random} random */
const nearWater = (random) =>
  scatter(random, 70, { x: -20, y: 1056, width: 940, height: 140 }, (x, y, size) => {
    const length = 30 + size * 120
    const isUnderTheMoon = Math.abs(x + length / 2 - AXIS) < 190
    return `<path d="M${x} ${y}q${length / 2} ${-3 + size * 6} ${length} 0" stroke="${isUnderTheMoon ? '#f2d28a' : '#6fa3a0'}"
      stroke-width="${1.4 + size}" fill="none" opacity="${(isUnderTheMoon ? 0.3 : 0.1) + size * 0.28}" stroke-linecap="round"/>`
  })

const title = () =>
  titleLine('THE LIBRARY', { y: 118, size: 80, spacing: 13, fill: '#f7ecc9' }) +
  titleLine('at', { y: 168, size: 46, spacing: 2, fill: '#f0c874', style: 'italic', weight: 400 }) +
  titleLine('LOW WATER', { y: 256, size: 90, spacing: 16, fill: '#f7ecc9' })
