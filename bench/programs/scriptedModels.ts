import { formatFigures } from '../../backend/src/benchmark/score/formatFigures.ts'
import { reportOn } from '../../backend/src/benchmark/score/report.ts'
import { BEHAVIORS } from '../../backend/tests/support/scriptedModels/behaviors.ts'
import { readBooks, runScripted } from '../../backend/tests/support/scriptedModels/runScripted.ts'

/**
 * Measures the scripted models, whose quality is known, over HTTP, and prints what the benchmark says about them. Speed
 * and cost are left out: they are those of this machine, and of no model.
 */
const books = await readBooks(process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['room-seven'])
const reports = []
for (const [heading, behavior] of Object.entries(BEHAVIORS)) {
  const { results } = await runScripted(behavior, books)
  reports.push({ heading, ...reportOn(results) })
}
const columns = reports.flatMap(({ heading, figures }) =>
  figures.map((one) => ({ heading, figures: one, currency: null })),
)
const NOT_OF_A_MODEL = ['first word', 'words a second', 'tokens in, per turn', 'tokens out, per turn', 'cost per turn']
console.log(formatFigures(columns, NOT_OF_A_MODEL))
console.log(['', '| model | recommendation |', '| --- | --- |'].join('\n'))
for (const { heading, recommendation } of reports) console.log(`| ${heading} | ${recommendation.text} |`)
