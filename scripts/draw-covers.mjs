import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { getChromium } from './chromium.mjs'
import { drawLowWater } from './covers/lowWater.mjs'
import { paint } from './covers/paint.mjs'
import { drawParrotSaid } from './covers/parrotSaid.mjs'
import { drawThirteenthCup } from './covers/thirteenthCup.mjs'
import { inRepository } from './setup/paths.mjs'
import { reportFailure } from './setup/reportFailure.mjs'

/** The gamebooks that ship, by folder. `npm run draw-covers -- low-water` draws only those that are named. */
const COVERS = {
  'low-water': drawLowWater,
  'thirteenth-cup': drawThirteenthCup,
  'what-the-parrot-said': drawParrotSaid,
}
const WIDTH = 900
const HEIGHT = 1200
const QUALITY = 0.86

const LETTERS = { normal: 'literata-latin-opsz-normal.woff2', italic: 'literata-latin-opsz-italic.woff2' }

main().catch(reportFailure)

async function main() {
  const asked = process.argv.slice(2)
  const names = asked.length > 0 ? asked : Object.keys(COVERS)
  const fontFaces = await readFontFaces()
  const browser = await chromium.launch({
    executablePath: await getChromium({ say: console.log }),
    args: ['--no-sandbox'],
  })
  try {
    const page = await browser.newPage()
    for (const name of names) {
      const picture = await page.evaluate(paint, {
        svg: wrap(COVERS[name](), fontFaces),
        width: WIDTH,
        height: HEIGHT,
        quality: QUALITY,
      })
      const file = inRepository('gamebooks', 'example', name, 'cover.webp')
      await writeFile(file, Buffer.from(picture, 'base64'))
      console.log(`${name}: ${Math.round((picture.length * 3) / 4 / 1024)} KiB`)
    }
  } finally {
    await browser.close()
  }
}

const wrap = (drawing, fontFaces) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"
  viewBox="0 0 ${WIDTH} ${HEIGHT}"><style>${fontFaces} text { font-family: Literata; }</style>${drawing}</svg>`

/** An SVG that is loaded as a picture may fetch nothing, so the letters travel inside it. */
async function readFontFaces() {
  const faces = Object.entries(LETTERS).map(async ([style, file]) => {
    const bytes = await readFile(inRepository('node_modules', '@fontsource-variable', 'literata', 'files', file))
    const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`
    return `@font-face { font-family: Literata; font-style: ${style}; font-weight: 200 900; src: ${source}; }`
  })
  return (await Promise.all(faces)).join('\n')
}
