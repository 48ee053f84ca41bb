import { expect, it } from 'vitest'

import { judgeSentence, scoreSentences, type JudgedSentence } from '../../../src/cli/sentences/scoreSentences.ts'
import { Sentence } from '../../../src/cli/sentences/sentence.ts'
import { SentencePlayer } from '../../../src/cli/sentences/sentencePlayer.ts'
import { builtinNarrator } from '../support/playGamebook.ts'
import { BOOKS, readBook, readSentences } from './sentence.ts'

/** The goals for sentences that the narrator has never seen, as shares of all. */
const GOALS = { right: 0.85, wrongActs: 0.015, stock: 0.2, askBack: 0.2 }

it('are understood as well as the narrator promises', { timeout: 120_000 }, async () => {
  const judged: JudgedSentence[] = []
  for (const book of BOOKS) {
    const player = new SentencePlayer(readBook(book), builtinNarrator)
    for (const line of readSentences(book)) {
      const sentence = Sentence.parse(line)
      const texts = judged.map(({ text }) => text)
      judged.push(judgeSentence(judged.length + 1, sentence, await player.play(sentence), texts))
    }
  }
  const { shares } = scoreSentences(judged)
  const missed = judged.filter(({ isRight }) => !isRight).map(({ sentence }) => sentence.say)
  expect(shares.right, missed.join('\n')).toBeGreaterThanOrEqual(GOALS.right)
  expect(shares.wrongActs).toBeLessThanOrEqual(GOALS.wrongActs)
  expect(shares.stock).toBeLessThanOrEqual(GOALS.stock)
  expect(shares.askBack).toBeLessThanOrEqual(GOALS.askBack)
})
