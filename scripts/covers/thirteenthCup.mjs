import { createRandom } from './random.mjs'
import { radialGradient, repeat, scatter, titleLine, verticalGradient } from './shapes.mjs'

/** @import { Random } from './random.mjs' */

/** A table at the window of the dining car: twelve cups hang on hooks, the thirteenth steams in front of the red signal. */
export function drawThirteenthCup() {
  const random = createRandom(13)
  return [
    definitions(),
    panelling(),
    view(random),
    curtains(),
    cupRack(),
    table(),
    thirteenthCup(),
    steam(),
    title(),
  ].join('')
}

const GOLD = '#e2b866'
const NIGHT = '#0a1630'
const LAMPLIGHT = '#ffcf77'

const definitions = () => `<defs>
  ${verticalGradient('panel', [
    [0, '#3a0f16'],
    [0.5, '#56171f'],
    [1, '#2c0b11'],
  ])}
  ${verticalGradient('night', [
    [0, '#081228'],
    [0.45, '#173a68'],
    [0.75, '#4f86ad'],
    [1, '#b9d3dc'],
  ])}
  ${verticalGradient('farPeak', [
    [0, '#e8f1f2'],
    [0.35, '#86aec6'],
    [1, '#5d8cb0'],
  ])}
  ${verticalGradient('nearPeak', [
    [0, '#dbe8ee'],
    [0.22, '#4a759c'],
    [1, '#274b76'],
  ])}
  ${verticalGradient('snow', [
    [0, '#cfe0e8'],
    [1, '#7fa3c0'],
  ])}
  ${verticalGradient('cloth', [
    [0, '#fbf1dd'],
    [1, '#c9ab86'],
  ])}
  ${verticalGradient('curtain', [
    [0, '#8e2a2c'],
    [1, '#571419'],
  ])}
  <linearGradient id="china"><stop offset="0" stop-color="#fffaf0"/><stop offset="0.55" stop-color="#f6e7cb"/>
    <stop offset="1" stop-color="#b98f68"/></linearGradient>
  ${radialGradient('red', [
    [0, '#ffd9c9'],
    [0.16, '#ff4b33'],
    [0.4, '#ff4b33', 0.42],
    [1, '#ff4b33', 0],
  ])}
  ${radialGradient('glow', [
    [0, '#ffcf77', 0.55],
    [1, '#ffcf77', 0],
  ])}
  <clipPath id="pane"><path d="${PANE}"/></clipPath>
  <filter id="soft" x="-40%" y="-20%" width="180%" height="140%"><feGaussianBlur stdDeviation="7"/></filter>
</defs>`

const PANE = 'M138 960V560C138 400 280 338 450 338S762 400 762 560V960z'

const panelling = () => `<rect width="900" height="1200" fill="url(#panel)"/>
  <g fill="none" stroke="${GOLD}" opacity="0.5"><path d="M34 34h832v1132h-832z" stroke-width="2.5"/><path d="M46 46h808v1108h-808z" stroke-width="1"/></g>`

/** @param {Random} random */
const view = (random) => `<g clip-path="url(#pane)">
  <rect x="120" y="330" width="660" height="640" fill="url(#night)"/>
  ${scatter(random, 46, { x: 138, y: 340, width: 624, height: 220 }, (x, y, size) => `<circle cx="${x}" cy="${y}" r="${0.8 + size * 1.2}" fill="#fff" opacity="${0.2 + size * 0.6}"/>`)}
  <path d="M100 800L210 610L262 668L356 500L440 640L486 590L600 760L640 700L790 860V980H100z" fill="url(#farPeak)" opacity="0.8"/>
  <path d="M100 860L190 720L270 800L330 742L450 850L800 900V980H100z" fill="url(#nearPeak)" opacity="0.75"/>
  <path d="M420 980C470 800 560 640 660 560C720 610 760 700 800 720V980z" fill="url(#nearPeak)"/>
  ${tunnel()}
  <path d="M100 868C240 838 420 842 560 850S740 858 800 848V980H100z" fill="url(#snow)"/>
  ${train()}
  <path d="M100 930C260 888 470 900 800 938V990H100z" fill="#e6eef1"/>
  ${signal()}
  ${scatter(random, 150, { x: 130, y: 340, width: 640, height: 610 }, (x, y, size) => `<circle cx="${x}" cy="${y}" r="${1 + size * size * 3.4}" fill="#fff" opacity="${0.35 + size * 0.5}"/>`)}
</g>
<path d="${PANE}" fill="none" stroke="#2a0a0f" stroke-width="22"/>
<path d="${PANE}" fill="none" stroke="${GOLD}" stroke-width="9"/>
<path d="${PANE}" fill="none" stroke="#fbe6b0" stroke-width="1.6" opacity="0.8"/>`

const tunnel =
  () => `<path d="M606 862v-42q0-44 44-44t44 44v42z" fill="#16294a"/><path d="M618 862v-40q0-33 32-33t32 33v40z" fill="#050b18"/>
  <g fill="#dfeaf0">${repeat(7, (index) => `<path d="M${622 + index * 8} 796l3 ${8 + (index % 3) * 7}l3 -${8 + (index % 3) * 7}z"/>`)}</g>`

/** The train has stopped, so its smoke goes straight up. Its windows are lit. */
const train = () => `<g>
  <path d="M560 796C548 760 580 742 566 706C552 672 588 650 574 610C566 586 580 570 590 556C596 590 590 610 596 640C604 680 580 700 590 736C596 760 584 780 580 796z" fill="#eef4f6" opacity="0.5" filter="url(#soft)"/>
  <g fill="${NIGHT}">
    <path d="M506 862v-30h20v-22h34v6h22v-16h-5v-8h20v8h-5v16h7q6 0 6 8v38z"/>
    <path d="M605 862l12 8h-24z"/>
    ${repeat(5, (index) => `<path d="M${102 + index * 80} 862v-44q0-8 8-8h60q8 0 8 8v44z"/>`)}
    ${repeat(24, (index) => `<circle cx="${110 + index * 21}" cy="864" r="6.5"/>`)}
  </g>
  <g fill="${LAMPLIGHT}">
    ${repeat(5, (index) => repeat(4, (pane) => `<path d="M${110 + index * 80 + pane * 16} 824h11v16h-11z"/>`))}
    <path d="M532 818h15v13h-15z"/>
  </g>
  <path d="M100 882h500" stroke="${LAMPLIGHT}" stroke-width="12" opacity="0.3" filter="url(#soft)"/>
</g>`

const signal = () => `<g><path d="M706 920V640" stroke="#0c1326" stroke-width="9"/>
  <path d="M700 652h-74v20h74z" fill="#c8321f" stroke="#0c1326" stroke-width="3"/><path d="M648 653v18" stroke="#fbeee0" stroke-width="8"/>
  <circle cx="706" cy="662" r="96" fill="url(#red)"/><circle cx="706" cy="662" r="12" fill="#fff1e8"/>
  <path d="M698 640h16l-8-14z" fill="#0c1326"/></g>`

const curtains = () => `<g fill="url(#curtain)" stroke="#3d0c11" stroke-width="2">
  <path d="M78 330H214C190 470 204 620 136 716C120 800 128 880 132 990H78z"/>
  <path d="M822 330H686C710 470 696 620 764 716C780 800 772 880 768 990H822z"/></g>
  <g fill="none" stroke="#3d0c11" stroke-width="3" opacity="0.6">
    <path d="M112 336C114 480 116 620 104 720"/><path d="M146 336C146 480 146 610 114 716"/><path d="M182 336C174 480 176 610 126 714"/>
    <path d="M788 336C786 480 784 620 796 720"/><path d="M754 336C754 480 754 610 786 716"/><path d="M718 336C726 480 724 610 774 714"/></g>
  <path d="M78 706q34 22 62 4l-2 20q-30 14-60 -2zM822 706q-34 22-62 4l2 20q30 14 60-2z" fill="${GOLD}"/>`

const cupRack = () => `<path d="M70 322h760" stroke="${GOLD}" stroke-width="5" stroke-linecap="round"/>
  ${repeat(12, (index) => {
    const x = 106 + index * 62.5
    return `<g transform="translate(${x} 324)"><path d="M0 0v7q0 6 -6 6" fill="none" stroke="${GOLD}" stroke-width="2.6"/>
      <g transform="translate(2 30) rotate(64)"><path d="M-8 10q-14 -1 -13 -9t15 -7" fill="none" stroke="#f4e3c4" stroke-width="3.6"/>
      <path d="M-10 -13H14C14 4 10 15 2 16C-6 15 -10 4 -10 -13z" fill="#f4e3c4"/><path d="M-10 -7H14" stroke="#a3322f" stroke-width="3.6"/></g></g>`
  })}`

const table = () => `<path d="M0 984q450 -34 900 0v216H0z" fill="url(#cloth)"/>
  <path d="M0 984q450 -34 900 0" fill="none" stroke="#fffaf0" stroke-width="4"/>
  <ellipse cx="450" cy="1090" rx="330" ry="90" fill="url(#glow)"/>`

const thirteenthCup = () => `<g>
  <ellipse cx="462" cy="1118" rx="214" ry="34" fill="#6d452b" opacity="0.35" filter="url(#soft)"/>
  <ellipse cx="450" cy="1100" rx="200" ry="38" fill="url(#china)"/><ellipse cx="450" cy="1094" rx="200" ry="36" fill="#fff8ea"/>
  <ellipse cx="450" cy="1094" rx="190" ry="32" fill="none" stroke="#a3322f" stroke-width="5"/>
  <ellipse cx="450" cy="1092" rx="92" ry="16" fill="#d9bd95"/>
  <path d="M574 930q86 -18 84 46t-112 74" fill="none" stroke="#b98f68" stroke-width="24" stroke-linecap="round"/>
  <path d="M574 928q82 -18 80 44t-108 72" fill="none" stroke="#fbf0da" stroke-width="17" stroke-linecap="round"/>
  <path d="M308 888C308 1010 356 1084 410 1090H490C544 1084 592 1010 592 888z" fill="url(#china)"/>
  <path d="M310 926q140 44 280 0l-2 20q-138 44 -276 0z" fill="#a3322f"/><path d="M311 922q140 44 278 0M313 951q137 43 274 0" fill="none" stroke="${GOLD}" stroke-width="3.4"/>
  <text x="450" y="1040" text-anchor="middle" font-size="56" letter-spacing="3" fill="#a67a35" font-weight="500">XIII</text>
  <ellipse cx="450" cy="888" rx="142" ry="30" fill="#fffaf0"/><ellipse cx="450" cy="890" rx="129" ry="24" fill="#6b2f12"/>
  <ellipse cx="450" cy="895" rx="116" ry="17" fill="#a9571f"/><path d="M352 892q50 -16 110 -10" stroke="#e3a35c" stroke-width="4" fill="none" stroke-linecap="round"/>
  <ellipse cx="450" cy="888" rx="142" ry="30" fill="none" stroke="${GOLD}" stroke-width="4"/>
  ${bittenSugar()}</g>`

const bittenSugar =
  () => `<g transform="translate(716 1092)"><ellipse cx="8" cy="34" rx="52" ry="9" fill="#6d452b" opacity="0.3"/>
  <mask id="bite"><rect x="-60" y="-60" width="140" height="120" fill="#fff"/>
    <circle cx="40" cy="-34" r="15"/><circle cx="48" cy="-14" r="11"/><circle cx="22" cy="-42" r="11"/></mask>
  <g mask="url(#bite)"><path d="M-32 -24l38 -14l38 12l-38 18z" fill="#fff"/><path d="M6 -8l38 -18l-2 44l-36 17z" fill="#dcc8ac"/>
    <path d="M-32 -24l38 16v43l-38 -16z" fill="#f6ead8"/></g>
  <g fill="#c79a62"><circle cx="-62" cy="30" r="5"/><circle cx="-84" cy="20" r="3.4"/><circle cx="64" cy="40" r="4"/></g></g>`

const steam = () => `<g fill="none" stroke="#fff" stroke-linecap="round" filter="url(#soft)">
  <path d="M420 868C380 800 470 770 430 700C400 640 470 600 446 540" stroke-width="20" opacity="0.42"/>
  <path d="M476 868C520 810 440 770 486 700C520 650 470 620 490 580" stroke-width="15" opacity="0.36"/></g>`

const title = () =>
  titleLine('THE', { y: 108, size: 40, spacing: 14, fill: GOLD }) +
  titleLine('THIRTEENTH', { y: 190, size: 88, spacing: 9, fill: '#fbeed2' }) +
  titleLine('CUP', { y: 280, size: 88, spacing: 26, fill: '#fbeed2' })
