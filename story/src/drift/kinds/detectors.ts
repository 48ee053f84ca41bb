import type { DriftKind } from '../driftKind.ts'
import { clockContradicted, clockInvented } from './clock.ts'
import type { Detector } from './detector.ts'
import { endingContradicted, endingGivenAway } from './ending.ts'
import { itemGained } from './gained.ts'
import {
  callRepeated,
  diceShown,
  exitInvented,
  numberInvented,
  personInvented,
  playerDecided,
  thingInvented,
} from './invented.ts'
import { itemMoved } from './itemMoved.ts'
import { languageSwitched } from './language.ts'
import { itemLost } from './lost.ts'
import { engineSpeech, idLeaked, stateEchoed, thoughtLeaked, toolAsText } from './machinery.ts'
import { movedUnconfirmed } from './moved.ts'
import { numberContradicted } from './number.ts'
import { failureAsSuccess, refusalIgnored } from './outcome.ts'
import { empty, loop, nonAnswer, repetition } from './runs.ts'
import { secretRevealed } from './secret.ts'
import { stateContradicted } from './state.ts'
import { metaTalk, roleSwapped } from './talk.ts'
import { successAsFailure } from './toldAsFailed.ts'

/** What finds each kind. A kind that code can't find is not listed. */
export const detectors: readonly (readonly [DriftKind, Detector])[] = [
  ['secret-revealed', secretRevealed],
  ['id-leaked', idLeaked],
  ['engine-words', engineSpeech],
  ['state-echoed', stateEchoed],
  ['tool-as-text', toolAsText],
  ['thought-leaked', thoughtLeaked],
  ['meta-talk', metaTalk],
  ['role-swapped', roleSwapped],
  ['empty', empty],
  ['loop', loop],
  ['moved-unconfirmed', movedUnconfirmed],
  ['item-gained-unconfirmed', itemGained],
  ['item-lost-unconfirmed', itemLost],
  ['item-moved-unconfirmed', itemMoved],
  ['clock-contradicted', clockContradicted],
  ['number-contradicted', numberContradicted],
  ['ending-contradicted', endingContradicted],
  ['ending-told', endingGivenAway],
  ['refusal-ignored', refusalIgnored],
  ['failure-told-as-success', failureAsSuccess],
  ['success-told-as-failure', successAsFailure],
  ['language-switched', languageSwitched],
  ['state-contradicted', stateContradicted],
  ['number-invented', numberInvented],
  ['clock-invented', clockInvented],
  ['thing-invented', thingInvented],
  ['person-invented', personInvented],
  ['exit-invented', exitInvented],
  ['player-decided', playerDecided],
  ['dice-told', diceShown],
  ['repetition', repetition],
  ['non-answer', nonAnswer],
  ['call-repeated', callRepeated],
]
