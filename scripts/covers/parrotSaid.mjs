import { createRandom } from './random.mjs'
import { radialGradient, repeat, scatter, titleLine, verticalGradient } from './shapes.mjs'

/** @import { Random } from './random.mjs' */

/** The Admiral sits in a palace window at two in the afternoon, with a pepper in his beak; a skiff is far below. */
export function drawParrotSaid() {
  const random = createRandom(109)
  return [definitions(), wall(random), view(random), arch(), shutters(), tiles(), perch(), parrot(), title()].join('')
}

const INK = '#3a1320'
const COBALT = '#1c4f9c'
const LEAF = '#1f9a4d'
const PEPPER = '#d8231f'
const WINDOW = 'M190 1000V620C190 440 300 352 450 352S710 440 710 620V1000z'

const definitions = () => `<defs>
  ${verticalGradient('wall', [
    [0, '#f7c653'],
    [0.6, '#f0a93a'],
    [1, '#d98a2b'],
  ])}
  ${verticalGradient('sky', [
    [0, '#2f9bd6'],
    [0.6, '#8fd0e8'],
    [1, '#e9f3dc'],
  ])}
  ${verticalGradient('sea', [
    [0, '#2d7fc4'],
    [1, '#123f83'],
  ])}
  ${radialGradient('sun', [
    [0, '#fffbe6'],
    [0.34, '#fff0b0', 0.95],
    [0.36, '#fff0b0', 0.5],
    [1, '#fff0b0', 0],
  ])}
  ${verticalGradient('coat', [
    [0, '#5fce4c'],
    [0.45, '#27a84f'],
    [1, '#0f6f49'],
  ])}
  ${verticalGradient('wing', [
    [0, '#2fb24f'],
    [1, '#0b6446'],
  ])}
  ${verticalGradient('beak', [
    [0, '#4b3640'],
    [1, '#1e1119'],
  ])}
  ${verticalGradient('shutter', [
    [0, '#159a8c'],
    [1, '#0c6f6b'],
  ])}
  <clipPath id="window"><path d="${WINDOW}"/></clipPath>
  <filter id="soft" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="9"/></filter>
</defs>`

/**
 * Plaster in full sun, with a lizard.
 *
 * @param {Random} random
 */
const wall = (random) => `<rect width="900" height="1200" fill="url(#wall)"/>
  ${scatter(random, 130, { x: 0, y: 0, width: 900, height: 1020 }, (x, y, size) => `<path d="M${x} ${y}q${6 + size * 18} ${-3 + size * 4} ${14 + size * 34} 0" stroke="#b8701c" stroke-width="${1 + size}" fill="none" opacity="${0.1 + size * 0.16}"/>`)}
  <g transform="translate(812 424) rotate(14)" fill="#7d5f22" stroke="#7d5f22" stroke-linecap="round">
    <path d="M0 -66C9 -64 12 -52 8 -44C18 -30 16 2 8 18C4 44 18 66 4 98C10 64 -8 44 -7 18C-16 2 -18 -30 -8 -44C-12 -52 -9 -64 0 -66z" stroke="none"/>
    <path d="M-10 -30l-20 -4l-6 -12M10 -30l20 -2l8 10M-8 8l-18 8l-2 13M8 8l18 2l9 -11" fill="none" stroke-width="5"/>
    <circle cx="-5" cy="-56" r="2.4" fill="#f7c653" stroke="none"/><circle cx="5" cy="-56" r="2.4" fill="#f7c653" stroke="none"/>
  </g>`

/** @param {Random} random */
const view = (random) => `<g clip-path="url(#window)">
  <rect x="180" y="340" width="540" height="460" fill="url(#sky)"/>
  <circle cx="452" cy="560" r="330" fill="url(#sun)"/>
  <rect x="180" y="742" width="540" height="270" fill="url(#sea)"/>
  ${scatter(random, 70, { x: 190, y: 750, width: 520, height: 190 }, (x, y, size) => `<path d="M${x} ${y}h${10 + size * 40}" stroke="#eaf6ff" stroke-width="2" opacity="${0.12 + size * 0.4}"/>`)}
  ${skiff()}
  ${houses(random)}
</g>`

const skiff =
  () => `<g transform="translate(262 800)"><path d="M-30 0h62q-8 18 -22 18h-22q-14 0 -18 -18z" fill="#7c2f2a"/>
  <path d="M-2 -4V-66L34 -8z" fill="#fff7e4"/><path d="M-6 -4V-58L-26 -8z" fill="#f3dfb8"/><path d="M-4 2V-70" stroke="${INK}" stroke-width="3"/></g>`

/**
 * Roofs that go down to the harbor in steps.
 *
 * @param {Random} random
 */
const houses = (random) =>
  repeat(17, (index) => {
    const isLeft = index < 8
    const step = isLeft ? index : index - 8
    const x = isLeft ? 186 + step * 34 : 690 - step * 38
    const y = (isLeft ? 842 : 806) + step * (isLeft ? 18 : 22)
    const width = 40 + random() * 16
    return `<g transform="translate(${x} ${y})"><path d="M0 0h${width}v200H0z" fill="${random() > 0.3 ? '#fff8ea' : '#f6dcae'}"/>
      <path d="M-4 2l${width / 2 + 4} -17l${width / 2 + 4} 17z" fill="#c9562f"/>
      <path d="M${width / 2 - 5} 18h10v17h-10z" fill="${COBALT}"/><path d="M${width / 2 - 5} 52h10v17h-10z" fill="#159a8c"/></g>`
  })

const arch = () => `<path d="${WINDOW}" fill="none" stroke="#fff6e0" stroke-width="34"/>
  <path d="${WINDOW}" fill="none" stroke="#c98a35" stroke-width="3"/>
  <path d="M168 1000V620C168 428 286 330 450 330S732 428 732 620V1000" fill="none" stroke="#c98a35" stroke-width="3"/>`

const shutters = () =>
  [
    { x: 48, shift: 0 },
    { x: 732, shift: 12 },
  ]
    .map(
      ({
        x,
        shift,
      }) => `<g transform="translate(${x} 560)"><path d="M${shift} 0h108v440h-108z" fill="url(#shutter)" stroke="#08504f" stroke-width="4"/>
      ${repeat(17, (index) => `<path d="M${shift + 14} ${22 + index * 24}h80" stroke="#08504f" stroke-width="7" opacity="0.55"/><path d="M${shift + 14} ${17 + index * 24}h80" stroke="#7fd8cb" stroke-width="2" opacity="0.6"/>`)}</g>`,
    )
    .join('')

/** Blue and white tiles at the foot of the wall. */
const tiles = () => `<rect y="1012" width="900" height="188" fill="#fdf6e6"/>
  ${repeat(20, (index) => {
    const x = (index % 10) * 90
    const y = 1016 + Math.floor(index / 10) * 92
    return `<g transform="translate(${x + 45} ${y + 45})" fill="none" stroke="${COBALT}" stroke-width="3">
      <path d="M-44 -44h88v88h-88z" stroke-width="2" opacity="0.5"/><path d="M0 -34Q34 -34 34 0T0 34T-34 0T0 -34z"/>
      <path d="M0 -20L20 0L0 20L-20 0z" fill="${index % 3 === 0 ? '#f0a93a' : COBALT}" stroke="none"/>
      <path d="M-44 -44q16 2 18 18M44 -44q-16 2 -18 18M-44 44q16 -2 18 -18M44 44q-16 -2 -18 -18"/></g>`
  })}
  <rect y="1004" width="900" height="12" fill="#a8641d"/>`

const perch = () => `<path d="M150 958H750" stroke="#5d3413" stroke-width="30" stroke-linecap="round"/>
  <path d="M150 951H750" stroke="#a8692f" stroke-width="9" stroke-linecap="round"/>
  <circle cx="150" cy="958" r="24" fill="#e2b03c" stroke="${INK}" stroke-width="3"/><circle cx="750" cy="958" r="24" fill="#e2b03c" stroke="${INK}" stroke-width="3"/>`

const parrot = () => `<g>
  <path d="M610 610C676 720 668 880 596 1000L520 990C430 960 380 860 372 740z" fill="${INK}" opacity="0.25" filter="url(#soft)"/>
  ${tail()}
  <path d="M420 420C510 392 590 450 604 548C640 640 640 800 570 946H430C366 880 338 780 352 676C356 640 350 600 346 560z" fill="url(#coat)"/>
  ${breast()}
  ${wing()}
  ${feet()}
  ${head()}
</g>`

const tail = () =>
  [
    ['#b7231f', 'M560 900C610 990 650 1080 668 1176C624 1130 570 1040 536 930z'],
    [COBALT, 'M540 910C580 1000 606 1090 612 1184C574 1130 530 1040 508 930z'],
    [LEAF, 'M516 910C540 1000 556 1090 552 1180C518 1120 490 1040 478 930z'],
    ['#0b6446', 'M566 900C620 970 668 1040 700 1120C650 1090 592 1010 552 930z'],
  ]
    .map(([fill, d]) => `<path d="${d}" fill="${fill}" stroke="${INK}" stroke-width="2.5"/>`)
    .join('')

/** Rows of small feathers. */
const breast = () =>
  `<g fill="none" stroke="#0f6f49" stroke-width="3" opacity="0.5" stroke-linecap="round">${repeat(9, (row) =>
    repeat(4, (column) => {
      const x = 372 + column * 32 + (row % 2) * 16 + Math.abs(row - 4) * 3
      return `<path d="M${x} ${606 + row * 34}q12 16 24 0"/>`
    }),
  )}</g>`

const wing =
  () => `<path d="M574 560C676 640 690 830 616 1030C580 960 500 880 476 770C462 690 500 590 574 560z" fill="url(#wing)" stroke="${INK}" stroke-width="3"/>
  <path d="M500 640q44 -56 96 -34q22 26 30 62q-66 -20 -138 22z" fill="#ffd23f"/><path d="M488 690q72 -42 138 -22q10 30 12 60q-76 -16 -156 22z" fill="${PEPPER}"/>
  <g fill="none" stroke="#0a4d3a" stroke-width="3.4" stroke-linecap="round">
    <path d="M484 760q40 110 112 196"/><path d="M508 748q38 118 100 210"/><path d="M536 740q34 120 80 204"/><path d="M566 734q26 110 62 176"/><path d="M598 730q18 84 36 132"/></g>
  <path d="M576 900C600 950 612 990 616 1030C588 976 540 920 512 872z" fill="${COBALT}"/>`

const feet = () => `<g fill="none" stroke="#6b5a52" stroke-linecap="round" stroke-width="19">
  <path d="M444 928q-16 14 -14 40"/><path d="M472 930q-6 16 -2 42"/><path d="M520 930q-8 16 -6 42"/><path d="M548 928q6 14 6 30"/></g>
  <g fill="none" stroke="#2b1f1d" stroke-linecap="round" stroke-width="6"><path d="M430 968q0 12 6 18"/><path d="M470 972q0 12 6 18"/><path d="M514 972q0 12 6 18"/></g>`

const head = () => `<g>
  <path d="M346 590C316 520 336 420 420 396C520 376 590 440 602 552C540 600 430 630 346 590z" fill="url(#coat)"/>
  <path d="M366 446C380 408 420 388 464 392C452 420 420 446 376 470z" fill="#ffd23f"/>
  <path d="M346 520C352 476 396 448 448 462C492 476 500 532 466 560C430 586 372 576 346 548z" fill="#fdf6e6"/>
  <g fill="none" stroke="${INK}" stroke-width="2.4" opacity="0.55"><path d="M386 540q36 14 74 0"/><path d="M382 556q34 12 66 4"/><path d="M440 478q22 10 30 30"/></g>
  <circle cx="424" cy="494" r="26" fill="#ffb52e" stroke="${INK}" stroke-width="4"/><circle cx="420" cy="494" r="13" fill="#14080d"/><circle cx="414" cy="488" r="5" fill="#fff"/>
  <path d="M392 470q34 -22 68 2" fill="none" stroke="${INK}" stroke-width="7" stroke-linecap="round"/>
  ${pepper()}
  <path d="M324 566C330 612 362 618 384 588L368 552z" fill="url(#beak)" stroke="${INK}" stroke-width="3"/>
  <path d="M366 452C300 440 258 486 266 556C270 602 286 622 296 616C298 580 322 562 372 560C386 524 384 478 366 452z" fill="url(#beak)" stroke="${INK}" stroke-width="3"/>
  <path d="M352 466C312 464 286 490 284 534" fill="none" stroke="#8f7480" stroke-width="6" stroke-linecap="round"/><circle cx="346" cy="482" r="5" fill="#14080d"/>
</g>`

const pepper =
  () => `<g><path d="M330 578C262 582 214 622 200 706C196 726 206 730 214 716C236 672 282 640 344 622z" fill="${PEPPER}" stroke="${INK}" stroke-width="3"/>
  <path d="M300 594C262 606 236 636 224 672" fill="none" stroke="#ff9a86" stroke-width="6" stroke-linecap="round"/>
  <path d="M326 572q22 0 30 16q-2 26 -16 36q-18 -18 -14 -52z" fill="#2f7d32" stroke="${INK}" stroke-width="3"/></g>`

const title = () =>
  titleLine('WHAT THE', { y: 128, size: 66, spacing: 18, fill: INK }) +
  titleLine('PARROT SAID', { y: 238, size: 96, spacing: 9, fill: INK, weight: 600 })
