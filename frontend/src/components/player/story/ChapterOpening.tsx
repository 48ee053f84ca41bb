import type { SessionModel } from '../../../types/api.ts'
import { narratorLabel } from '../../common/narratorLabel.ts'
import { Ornament } from '../../common/Ornament.tsx'
import { useStoryLanguage } from '../storyLanguage.ts'
import styles from './ChapterOpening.module.css'

interface ChapterOpeningProps {
  readonly title: string
  readonly narrator: SessionModel | null
}

export function ChapterOpening({ title, narrator }: ChapterOpeningProps) {
  return (
    <div className={styles.opening}>
      <p className={styles.title} lang={useStoryLanguage()} dir="auto" tabIndex={-1} data-focus-fallback="">
        {title}
      </p>
      <Ornament />
      {narrator !== null && (
        <p className={styles.narrator} dir="auto">
          {narratorLabel(narrator.provider, narrator.name)}
        </p>
      )}
    </div>
  )
}
