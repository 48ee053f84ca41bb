import { createText } from './createText.ts'

export const layoutText = createText({
  skipToMain: 'Skip to main content',
  navigation: 'Main',
  openMenu: 'Menu',
  closeMenu: 'Close the menu',
  gamebooks: 'Gamebooks',
  sessions: 'Sessions',
  usage: 'Usage and cost',
  storySettings: 'Story settings',
  theme: {
    label: 'Theme',
    system: 'System',
    paper: 'Paper (light)',
    lamplight: 'Lamplight (dark)',
  },
  models: {
    title: 'Models',
    none: 'You have no narrator yet.',
    onlyBuiltin: 'The built-in narrator is ready to play. Or add a model of your choice.',
    actions: 'Actions for {name}',
    all: 'All {count, number} models',
    builtin: 'No AI, no key needed',
    storedKey: 'Has a key, not tested',
    serverKey: 'Uses the server’s key, not tested',
    noKey: 'No key, not tested',
  },
})
