import axe from 'axe-core'

/** Contrast needs a real browser: `theme/contrast.test.ts` and the browser tests check it. */
const OPTIONS: axe.RunOptions = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } }

/** The violations that axe finds, by rule and element. */
export async function findAccessibilityViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, OPTIONS)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
