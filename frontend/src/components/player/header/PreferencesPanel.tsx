import { preferencesStore } from '../../../theme/preferencesStore.ts'
import { READER_CHOICES, type ReaderPreferences } from '../../../theme/readerPreferences.ts'
import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import { ChoiceGroup } from '../../common/ChoiceGroup.tsx'
import { ThemeSwitch } from '../../layout/ThemeSwitch.tsx'
import styles from './PreferencesPanel.module.css'

/** How the page is set. */
export function PreferencesPanel() {
  const { size, measure, face, view } = useReaderPreferences()
  return (
    <div className={styles.panel}>
      <ChoiceGroup
        label="Size of the letters"
        choices={READER_CHOICES.size}
        labels={SIZES}
        value={size}
        onChange={(value) => preferencesStore.set({ size: value })}
      />
      <ChoiceGroup
        label="Length of the lines"
        choices={READER_CHOICES.measure}
        labels={MEASURES}
        value={measure}
        onChange={(value) => preferencesStore.set({ measure: value })}
      />
      <ChoiceGroup
        label="Letters"
        choices={READER_CHOICES.face}
        labels={FACES}
        value={face}
        onChange={(value) => preferencesStore.set({ face: value })}
      />
      <ChoiceGroup
        label="What the engine did"
        choices={READER_CHOICES.view}
        labels={VIEWS}
        value={view}
        onChange={(value) => preferencesStore.set({ view: value })}
      />
      <ThemeSwitch />
    </div>
  )
}

const SIZES: Record<ReaderPreferences['size'], string> = {
  small: 'Small',
  normal: 'Normal',
  large: 'Large',
  larger: 'Larger',
}
const MEASURES: Record<ReaderPreferences['measure'], string> = { narrow: 'Short', normal: 'Normal', wide: 'Long' }
const FACES: Record<ReaderPreferences['face'], string> = { serif: 'As in a book', sans: 'Plain' }
const VIEWS: Record<ReaderPreferences['view'], string> = { reading: 'As you notice it', workshop: 'All of it' }
