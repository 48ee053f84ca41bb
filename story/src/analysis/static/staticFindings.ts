import type { Finding } from '../finding.ts'
import { findConstantComparisons } from './comparisons.ts'
import { findEqualChoices, findUnreadParameters } from './differences.ts'
import { findNoEnding } from './endings.ts'
import { findFieldsNeverReset, findFieldsThatStay } from './fieldsThatStay.ts'
import { findIdleRolls } from './idleRolls.ts'
import { findMissingNarrations, findMissingReasons } from './missingNarrations.ts'
import { findNearEndings } from './nearEndings.ts'
import { findOtherTypes } from './otherTypes.ts'
import { findRepeatedEndings } from './repeatedEndings.ts'
import { findSecretItemsMoved } from './secretItems.ts'
import { findSecretsInInstructions } from './secretsInInstructions.ts'
import { findMapsNotSent, findUnseenStarts } from './starts.ts'
import type { FindStatic, StaticContext } from './staticContext.ts'
import { findUnreadFields } from './unreadFields.ts'
import { findVagueDescriptions } from './vagueDescriptions.ts'
import { findVainEffects } from './vainEffects.ts'

/** The findings that follow from the file alone, without a search. */
export function listStaticFindings(context: StaticContext): readonly Finding[] {
  return STATIC_FINDINGS.flatMap((find) => find(context))
}

const STATIC_FINDINGS: readonly FindStatic[] = [
  findNoEnding,
  findNearEndings,
  findUnseenStarts,
  findMapsNotSent,
  findSecretItemsMoved,
  findConstantComparisons,
  findFieldsThatStay,
  findFieldsNeverReset,
  findVainEffects,
  findOtherTypes,
  findUnreadParameters,
  findEqualChoices,
  findIdleRolls,
  findUnreadFields,
  findMissingNarrations,
  findMissingReasons,
  findSecretsInInstructions,
  findRepeatedEndings,
  findVagueDescriptions,
]
