import { readFile, writeFile } from 'node:fs/promises'
import { getChromium } from './chromium.mjs'
import { drawLowWater } from './covers/lowWater.mjs'
import { paint } from './covers/paint.mjs'
import { drawParrotSaid } from './covers/parrotSaid.mjs'
import { drawShadowBySix } from './covers/shadowBySix.mjs'
import { drawThirteenthCup } from './covers/thirteenthCup.mjs'
import { inRepository } from './setup/paths.mjs'
import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'
import { SetupError } from './setup/SetupError.mjs'

/** The covers of the shipped gamebooks by folder. `npm run draw-covers -- low-water` draws only that one. */
const COVERS = new Map([
  ['a-shadow-by-six', drawShadowBySix],
  ['low-water', drawLowWater],
  ['thirteenth-cup', drawThirteenthCup],
  ['what-the-parrot-said', drawParrotSaid],
])
const WIDTH = 900
const HEIGHT = 1200
const QUALITY = 0.86

const FONTS = { normal: 'literata-latin-opsz-normal.woff2', italic: 'literata-latin-opsz-italic.woff2' }

await runScript(async () => {
  const named = process.argv.slice(2)
  const drawings = (named.length > 0 ? named : [...COVERS.keys()]).map(draw)
  await setUp({ build: false })
  await paintCovers(drawings)
})

/** @param {string} name */
function draw(name) {
  const drawing = COVERS.get(name)?.()
  if (drawing !== undefined) return { name, drawing }
  throw new SetupError(`Unknown gamebook: "${name}".`, `Use one of these: ${[...COVERS.keys()].join(', ')}.`)
}

/** @param {{ name: string, drawing: string }[]} drawings */
async function paintCovers(drawings) {
  const fontFaces = await readFontFaces()
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    for (const { name, drawing } of drawings) {
      const svg = wrap(drawing, fontFaces)
      const base64 = await page.evaluate(paint, { svg, width: WIDTH, height: HEIGHT, quality: QUALITY })
      const picture = Buffer.from(base64, 'base64')
      await writeFile(inRepository('gamebooks', 'example', name, 'cover.webp'), picture)
      console.log(`${name}: ${Math.round(picture.length / 1024)} KiB`)
    }
  } finally {
    await browser.close()
  }
}

/**
 * @param {string} drawing
 * @param {string} fontFaces
 */
function wrap(drawing, fontFaces) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"
  viewBox="0 0 ${WIDTH} ${HEIGHT}"><style>${fontFaces} text { font-family: Literata; }</style>${drawing}</svg>`
}

/** Returns the fonts as data URLs, because an SVG that is loaded as an image can't load other files. */
async function readFontFaces() {
  const faces = Object.entries(FONTS).map(async ([style, file]) => {
    const bytes = await readFile(inRepository('node_modules', '@fontsource-variable', 'literata', 'files', file))
    const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`
    return `@font-face { font-family: Literata; font-style: ${style}; font-weight: 200 900; src: ${source}; }`
  })
  return (await Promise.all(faces)).join('\n')
}
