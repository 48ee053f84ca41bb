import { createRandom } from './random.mjs'
import { radialGradient, repeat, titleLine, verticalGradient } from './shapes.mjs'

/** @import { Random } from './random.mjs' */

/** Two shadows on a wall in the evening sun: the hand that one of them lacks is held by the other. */
export function drawShadowBySix() {
  const random = createRandom(6)
  return [
    definitions(),
    sky(),
    roofs(),
    wall(random),
    light(),
    cat(),
    bride(),
    heldHand(),
    gentleman(),
    line(),
    thread(),
    ground(random),
    title(),
  ].join('')
}

const CREAM = '#fff1d6'
const INK = '#2b1b45'
const PALE_INK = '#6a3f68'
const RED = '#d3202f'
const WALL_TOP = 470
const FLOOR = 1078

const definitions = () => `<defs>
  ${verticalGradient('sky', [
    [0, '#8d3763'],
    [0.45, '#d9627a'],
    [0.8, '#f79a78'],
    [1, '#ffd09a'],
  ])}
  ${verticalGradient('bricks', [
    [0, '#f2a578'],
    [0.6, '#e58a68'],
    [1, '#c86a5c'],
  ])}
  ${verticalGradient('paving', [
    [0, '#a9505a'],
    [1, '#6d2f4b'],
  ])}
  ${radialGradient('sun', [
    [0, '#fffbe6'],
    [0.22, '#ffe9a8'],
    [0.5, '#ffc27a', 0.5],
    [1, '#ffc27a', 0],
  ])}
  ${radialGradient('warmth', [
    [0, '#fff0bf', 0.8],
    [0.6, '#ffe0a0', 0.3],
    [1, '#ffe0a0', 0],
  ])}
  <filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="1.6"/></filter>
  <filter id="softer" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="4"/></filter>
</defs>`

const sky = () => `<rect width="900" height="${WALL_TOP + 20}" fill="url(#sky)"/>
  <circle cx="640" cy="410" r="250" fill="url(#sun)"/><circle cx="640" cy="410" r="56" fill="#fff8dc"/>`

/** The church at the end of the street. It is twenty to six. */
const roofs = () => `<g fill="#7a3763">
  <path d="M0 480V404l46-30 46 30v-22l60-40 60 40v44l40-22 54 34v52zM900 480V396l-52-36-50 36v26l-44-28-46 30v56z"/>
  <path d="M352 480V398h56v82zM346 400l34-86 34 86zM378 294h4v24h-4zM371 301h18v4h-18z"/>
  <path d="M404 480v-56l46-28 46 28v56z"/></g>
  <circle cx="380" cy="414" r="16" fill="${CREAM}"/>
  <path d="M380 414L369 420.5M380 414L381.7 423.5" stroke="#7a3763" stroke-width="2.6" stroke-linecap="round"/>
  <g fill="#ffd9a0" opacity="0.8"><path d="M76 420h14v20h-14zM150 398h14v20h-14zM836 410h14v20h-14z"/></g>`

/** @param {Random} random */
const wall = (random) => `<rect y="${WALL_TOP}" width="900" height="${FLOOR - WALL_TOP}" fill="url(#bricks)"/>
  ${repeat(19, (row) =>
    repeat(12, (column) => {
      const x = column * 84 - (row % 2) * 42 - 20
      const tone = random()
      const fill = tone < 0.5 ? '#8f3d4a' : '#ffe0b0'
      return `<rect x="${x}" y="${WALL_TOP + 20 + row * 31}" width="80" height="27" rx="2" fill="${fill}" opacity="${0.04 + Math.abs(tone - 0.5) * 0.22}"/>`
    }),
  )}
  <path d="M0 ${WALL_TOP}h900v18H0z" fill="#ffd3a1"/><path d="M0 ${WALL_TOP + 18}h900v5H0z" fill="#8f3d4a" opacity="0.45"/>`

const light = () => `<ellipse cx="520" cy="740" rx="430" ry="330" fill="url(#warmth)"/>`

/** The cat is asleep. Its shadow is not. */
const cat = () => `<g transform="translate(110 ${WALL_TOP})">
  <path d="M-64 2C-72-34-30-50 8-46 40-43 66-30 66-4c0 4-6 6-10 6z" fill="#3b1f3f"/>
  <path d="M40-34l2-20 13 12 16-1 10-13 5 22c6 20-8 34-24 34S38-14 40-34z" fill="#3b1f3f"/>
  <path d="M-58 0C-90 4-84 44-64 50" fill="none" stroke="#3b1f3f" stroke-width="13" stroke-linecap="round"/>
  <path d="M50-22q5 5 10 0M68-22q5 5 10 0" fill="none" stroke="#f7b183" stroke-width="2.6" stroke-linecap="round"/></g>
  <g transform="translate(104 700)" fill="${INK}" opacity="0.5" filter="url(#soft)">
    <path d="M-34 0C-44-52-24-86 2-96L-4-138l22 18 16-1 20-20 2 44c4 20-4 34-16 40 16 22 18 42 14 59z"/>
    <path d="M-30-6c-40 0-46-54-20-70 10-6 8-22-4-22" fill="none" stroke="${INK}" stroke-width="11" stroke-linecap="round"/></g>`

/** The bride's shadow. */
const bride = () => `<g fill="${PALE_INK}" opacity="0.8" filter="url(#soft)">
  <path d="M760 580C796 574 842 600 856 660C876 748 900 800 912 900V${FLOOR}H800C806 930 806 770 782 690z" opacity="0.5"/>
  <path d="M748 584C722 584 704 602 703 630L689 657q-1 5 8 6l-2 8 4 4-3 6c0 11 9 15 26 11l5 28c-22 5-33 15-38 30l-45 26
    10 24 52-28 4 70c-30 80-54 150-60 236h228c-10-86-38-158-68-236l6-84c0-26-12-42-38-48l-4-20c20-10 32-28 32-56
    c0-34-22-50-58-50z"/>
  <circle cx="800" cy="598" r="21"/></g>`

/** What she holds. */
const heldHand = () => `<g fill="${INK}" opacity="0.95" filter="url(#soft)">
  <path d="M566 756l12-2-4-9 11 4 3-8 9 7c10-4 24-8 40-8 20 0 36 10 40 26 4 18-6 34-26 40-20 5-46 2-66-8l-5 9-7-8-10 6 3-13-10-4 8-8-9-8 8-6z"/>
  <path d="M600 742c10-16 28-22 38-16 8 6 2 16-10 22z"/></g>
  <g fill="none" stroke="#8a5a7c" stroke-width="11" stroke-linecap="round">
    <path d="M626 755q10 18 3 40M642 752q11 20 3 44M658 757q9 17 2 38"/></g>`

/** Mr. Dunn's shadow. */
const gentleman = () => `<g fill="${INK}" opacity="0.94" filter="url(#soft)">
  <path d="M306 604v-26c-16-10-24-28-25-48h-46c-8 0-9-9-2-11l40-12c3-36 16-56 36-62 11-3 16 4 24 4s13-7 24-4c20 6 33 26 36 62
    l40 12c7 2 6 11-2 11h-46c-1 20-9 38-25 48v26c36 6 62 12 76 34l48 76 46 22 11 2-6 9 12 5-10 6 8 10-12-1-2 10-9-5-5 10
    -66-28-46-48-2 36 18 188-26 6-2 138c20 6 38 14 38 26h-96l-10-152-12 152h-96c0-12 18-20 38-26l-2-138-26-6 20-192-6-36
    c-16 40-20 90-22 130 10 14 8 44-4 50-14 6-29-6-31-24-2-14 2-24 7-30 0-60 8-138 34-176 16-22 40-30 76-36z"/></g>`

const line = () => `<path d="M0 588Q330 640 900 560" fill="none" stroke="#fff1d6" stroke-width="4"/>
  ${peg(258, 612, -4)}${peg(408, 608, 4)}`

/**
 * @param {number} x
 * @param {number} y
 * @param {number} angle
 */
const peg = (x, y, angle) => `<g transform="translate(${x} ${y}) rotate(${angle})">
  <path d="M-8-26q8-8 16 0v62h-5l-3-34-3 34h-5z" fill="#f4d7a0" stroke="#8a5a34" stroke-width="2"/></g>`

const thread = () => `<g fill="none" stroke="${RED}" stroke-width="4" stroke-linecap="round">
  <path d="M498 752C520 724 530 806 552 772S574 752 584 766"/>
  <path d="M498 752C466 800 524 846 500 896S480 950 506 976"/></g>
  <g transform="translate(506 976) rotate(16)"><path d="M-3.5-10q3.5-8 7 0L1 84h-2z" fill="#f6f0ea" stroke="#7c6a7e" stroke-width="1.6"/>
    <path d="M0-8v12" stroke="${RED}" stroke-width="2.4"/></g>`

/** @param {Random} random */
const ground = (random) => `<rect y="${FLOOR}" width="900" height="${1200 - FLOOR}" fill="url(#paving)"/>
  ${repeat(4, (row) =>
    repeat(10, (column) => {
      const width = 110 + row * 26
      const x = 450 + (column - 5 + (row % 2) * 0.5) * width
      return `<rect x="${x}" y="${FLOOR + 8 + row * 30}" width="${width - 6}" height="25" fill="#ffcf9a" opacity="${0.06 + random() * 0.12}"/>`
    }),
  )}`

const title = () =>
  titleLine('A SHADOW', { y: 118, size: 94, spacing: 12, fill: CREAM }) +
  titleLine('by', { y: 160, size: 44, spacing: 0, fill: '#ffd9a0', style: 'italic', weight: 400 }) +
  titleLine('SIX', { y: 254, size: 94, spacing: 28, fill: CREAM })
