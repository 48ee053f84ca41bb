import { playerText } from '../../../text/player.ts'
import { preferencesStore } from '../../../theme/preferencesStore.ts'
import { READER_CHOICES, type ReaderPreferences } from '../../../theme/readerPreferences.ts'
import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import { ChoiceGroup } from '../../common/ChoiceGroup.tsx'
import { ThemeSwitch } from '../../layout/ThemeSwitch.tsx'
import styles from './PreferencesPanel.module.css'

/** The display settings. */
export function PreferencesPanel() {
  const { size, measure, face, view, suggestions } = useReaderPreferences()
  return (
    <div className={styles.panel}>
      <ChoiceGroup
        label={playerText('settings.size')}
        choices={READER_CHOICES.size}
        labels={SIZES}
        value={size}
        onChange={(value) => preferencesStore.set({ size: value })}
      />
      <ChoiceGroup
        label={playerText('settings.measure')}
        choices={READER_CHOICES.measure}
        labels={MEASURES}
        value={measure}
        onChange={(value) => preferencesStore.set({ measure: value })}
      />
      <ChoiceGroup
        label={playerText('settings.face')}
        choices={READER_CHOICES.face}
        labels={FACES}
        value={face}
        onChange={(value) => preferencesStore.set({ face: value })}
      />
      <ChoiceGroup
        label={playerText('settings.view')}
        choices={READER_CHOICES.view}
        labels={VIEWS}
        value={view}
        onChange={(value) => preferencesStore.set({ view: value })}
      />
      <ChoiceGroup
        label={playerText('settings.suggestions')}
        choices={READER_CHOICES.suggestions}
        labels={SUGGESTIONS}
        value={suggestions}
        onChange={(value) => preferencesStore.set({ suggestions: value })}
      />
      <ThemeSwitch />
    </div>
  )
}

const SIZES: Record<ReaderPreferences['size'], string> = {
  small: playerText('settings.small'),
  normal: playerText('settings.normal'),
  large: playerText('settings.large'),
  larger: playerText('settings.larger'),
}
const MEASURES: Record<ReaderPreferences['measure'], string> = {
  narrow: playerText('settings.narrow'),
  normal: playerText('settings.normal'),
  wide: playerText('settings.wide'),
}
const FACES: Record<ReaderPreferences['face'], string> = {
  serif: playerText('settings.serif'),
  sans: playerText('settings.sans'),
}
const SUGGESTIONS: Record<ReaderPreferences['suggestions'], string> = {
  shown: playerText('settings.shown'),
  hidden: playerText('settings.hidden'),
}
const VIEWS: Record<ReaderPreferences['view'], string> = {
  reading: playerText('settings.reading'),
  workshop: playerText('settings.workshop'),
}
