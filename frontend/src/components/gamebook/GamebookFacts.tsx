import { languageName } from './languageName.ts'
import { gamebookText } from '../../text/gamebook.ts'
import type { GamebookDetail } from '../../types/api.ts'
import styles from './GamebookFacts.module.css'

interface GamebookFactsProps {
  readonly gamebook: Pick<GamebookDetail, 'language' | 'license'>
}

/** The language and the license of a gamebook. */
export function GamebookFacts({ gamebook: { language, license } }: GamebookFactsProps) {
  return (
    <ul className={styles.facts}>
      <li>{gamebookText('facts.language', { language: languageName(language) })}</li>
      {license !== null && <li>{gamebookText('facts.license', { license })}</li>}
    </ul>
  )
}
