import { MAPPINGS_WITH_CONDITION, newerKey, OFF, TEXT, TEXTS } from '../../cursor/newerKeys.ts'
import type { MappingReader } from '../../cursor/mappingReader.ts'
import { listOf } from '../../cursor/readers.ts'
import { limits } from '../../diagnostics/limits.ts'
import type { GamebookDraft } from '../draft.ts'
import { CHECKS, readChecks } from './readChecks.ts'
import { readContentWarnings } from './readContentWarnings.ts'
import { goal, invariant } from './readGoals.ts'
import { FLAVOR, IMPROVISATION, readImprovisation } from './readImprovisation.ts'
import { LANGUAGE, readLanguage } from './readLanguage.ts'
import { shortText } from './shortText.ts'

type ProjectRules = Pick<
  GamebookDraft,
  'language' | 'contentWarnings' | 'license' | 'improvisation' | 'suggestions' | 'invariants' | 'goals' | 'checks'
>

/** What holds for the gamebook as a whole. */
export function readProjectRules(keys: MappingReader): ProjectRules {
  return {
    language: newerKey(keys, 'language', LANGUAGE, readLanguage, 'en'),
    contentWarnings: newerKey(keys, 'content_warnings', TEXTS, readContentWarnings, []),
    license: newerKey(keys, 'license', TEXT, shortText('license', limits.licenseCharacters), null),
    improvisation: newerKey(keys, 'improvisation', IMPROVISATION, readImprovisation, FLAVOR),
    suggestions: newerKey(keys, 'suggestions', OFF, () => false, true),
    invariants: newerKey(keys, 'invariants', MAPPINGS_WITH_CONDITION, listOf(invariant), []),
    goals: newerKey(keys, 'goals', MAPPINGS_WITH_CONDITION, listOf(goal), []),
    checks: newerKey(keys, 'checks', CHECKS, readChecks, NO_CHECKS),
  }
}

const NO_CHECKS: GamebookDraft['checks'] = new Map()
