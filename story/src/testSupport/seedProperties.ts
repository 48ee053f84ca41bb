import fc from 'fast-check'

/**
 * The same random cases in every run, so a change is judged by itself and what fails fails again. The environment
 * variable `PROPERTY_SEED` is another whole number, or `random` for cases that nothing has tried yet.
 */
const seed = process.env['PROPERTY_SEED'] ?? '1'

if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
