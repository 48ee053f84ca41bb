import fc from 'fast-check'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { describe, expect, it } from 'vitest'
import { narrate } from '../../src/narrator/narrate.ts'
import { NarratorInput } from '../../src/narrator/narratorInput.ts'
import { anyInput } from './support/anyInput.ts'
import { HARBOR } from './support/harbor.ts'
import { inputOf } from './support/input.ts'
import { loadYaml, Play } from './support/playGamebook.ts'
import { TOLL_BRIDGE } from './support/tollBridge.ts'
import { square } from './support/villageViews.ts'

describe('any story and any message', () => {
  it('gives an offered call, or a text without ids and empty paragraphs', () => {
    fc.assert(
      fc.property(anyInput, (raw) => {
        const parsed = NarratorInput.parse(raw)
        const offered = new Set(parsed.view.functions.map((fn) => fn.name))
        const narration = narrate(parsed, offered)
        if (narration.kind === 'call') {
          expect(offered).toContain(narration.call.function)
          return
        }
        expect(narration.text).not.toMatch(/[\p{L}\p{N}]_[\p{L}\p{N}]/u)
        expect(narration.text.trim()).toBe(narration.text)
        expect(narration.text.length).toBeGreaterThan(0)
        for (const paragraph of narration.text.split('\n\n')) expect(paragraph.trim()).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describe('a hostile message', () => {
  it.each([
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['a hundred thousand words', 'go to the '.repeat(10_000)],
    ['only marks', '?!.,;'.repeat(20_000)],
    ['emoji', '🧭🕯️👩‍👩‍👧‍👦'.repeat(5_000)],
    ['HTML', '<script>alert("chapel")</script><img src=x onerror=alert(1)>'.repeat(1_000)],
    ['stacked accents', 'é'.normalize('NFD').concat('\u0301'.repeat(50_000))],
    ['lone surrogates', '\ud800'.repeat(50_000)],
    ['unclosed quotes', `say 'x${"aaaaaaaa'".repeat(5_000)}`],
    ['white space', ' \n\t'.repeat(30_000)],
  ])('of %s gets an answer in the story', (_, hostile) => {
    const narration = narrate(inputOf(square, { message: hostile }), new Set())
    expect(narration.kind === 'text' && narration.text).toMatch(/^[A-Z][^<]*[.?]$/s)
  })
})

const MESSAGE_WORDS =
  'take put give drop pay say ask go rest leap bow look examine use everything it the a to into over rope lantern ' +
  'cheese letter basket sack troll gnome coins 2 seven three yes no not meadow bridge and then all back inventory'
const anyMessage = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...MESSAGE_WORDS.split(' ')), { minLength: 1, maxLength: 6 })
      .map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
)

describe('any message in a gamebook with items, dice, a clock and a secret', () => {
  const gamebook = loadYaml(TOLL_BRIDGE)
  const model = createBuiltinNarrator({ wordDelayMs: 0 })

  it('gets an answer without ids and secrets, and the same messages give the same story', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { maxLength: 4 }), fc.nat(99), async (script, seed) => {
        const [first, again] = [new Play(gamebook, { model, seed }), new Play(gamebook, { model, seed })]
        for (const words of [null, ...script.filter((each) => each.trim() !== '')]) {
          if (first.state.ended !== undefined) break
          const isSecret = !(first.state.entities['gnome']?.['revealed'] === true)
          const { text } = await first.playTurn(words)
          expect(text.trim()).not.toBe('')
          expect(text).not.toMatch(/[a-z]_[0-9]/)
          if (isSecret && first.state.entities['gnome']?.['revealed'] !== true)
            expect(text).not.toMatch(/Wilibald|blinks/)
          await again.playTurn(words)
        }
        expect(again.turns).toEqual(first.turns)
      }),
      { numRuns: 40 },
    )
  })

  it('gets an answer without changes that the engine did not make', async () => {
    await fc.assert(
      fc.asyncProperty(anyMessage, async (words) => {
        fc.pre(words.trim() !== '')
        const play = new Play(gamebook, { model })
        await play.playTurn(null)
        const { calls, text } = await play.playTurn(words)
        if (calls.some((call) => !call.endsWith('(refused)'))) return
        expect(text).not.toMatch(/^You (take the|put the|give (?:him|the)|pay|leap|say|face|rest for)\b/)
        expect(text).not.toMatch(/: (down|up) to |go by|You (now|no longer) have /)
      }),
      { numRuns: 100 },
    )
  })
})

const TALK_WORDS =
  'ask tell talk look examine what where about to the at harbor master Mara guard bell tide tariff storm floor murder ' +
  'promise key scales badge wall fingers number gate office ? , yes no because I love her him it open read and "'
const anyTalk = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...TALK_WORDS.split(' ')), { minLength: 1, maxLength: 7 })
      .map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
)

describe('any message in a gamebook with topics, details and an open question', () => {
  const gamebook = loadYaml(HARBOR)
  const model = createBuiltinNarrator({ wordDelayMs: 0 })

  it('gets an answer that gives no closed topic away, and the same messages give the same story', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 5 }), fc.boolean(), async (script, isOpen) => {
        const [first, again] = [new Play(gamebook, { model }), new Play(gamebook, { model })]
        const opening = isOpen ? [null, 'ask the harbor master about the storm'] : [null]
        for (const words of [...opening, ...script.filter((each) => each.trim() !== '')]) {
          const { text, calls } = await first.playTurn(words)
          expect(text.trim()).not.toBe('')
          expect(calls.filter((call) => call.endsWith('(refused)'))).toEqual([])
          const isKnown = first.state.discussed?.['master']?.includes('floor') ?? false
          if (!isKnown) expect(text).not.toMatch(/murder|Hush/)
          await again.playTurn(words)
        }
        expect(again.turns).toEqual(first.turns)
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['a hundred thousand words', 'ask about the bell, '.repeat(5_000)],
    ['emoji', '🧭🕯️👩‍👩‍👧‍👦'.repeat(5_000)],
    ['HTML', '<script>alert("bell")</script><img src=x onerror=alert(1)>'.repeat(1_500)],
    ['commas and white space', `Mara${' ,'.repeat(50_000)}`],
    ['question marks', `bell${'?!'.repeat(50_000)}x`],
    ['unclosed quotes', `say "x${"aaaaaaaa'".repeat(10_000)}`],
  ])(
    'answers %s at once, with and without an open question',
    async (_, hostile) => {
      const play = new Play(gamebook, { model })
      await play.playTurn(null)
      const texts = [(await play.playTurn(hostile)).text]
      await play.playTurn('ask the harbor master about the storm')
      texts.push((await play.playTurn(hostile)).text)
      for (const text of texts) expect(text).not.toMatch(/<|🧭|aaaa/)
    },
    5_000,
  )
})
