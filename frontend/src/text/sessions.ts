import { createText } from './createText.ts'

/** The list of sessions on the page of a gamebook and in the library. */
export const sessionsText = createText({
  title: 'Your sessions',
  ended: 'Ended: {ending}',
  beginning: 'At the beginning',
  older: 'Show older sessions',
  actions: 'Actions for {name}',
  rename: 'Rename',
  duplicate: 'Duplicate',
  delete: 'Delete',
  name: 'Name of the session',
  save: 'Save',
  cancel: 'Cancel',
  deleted: 'Deleted “{name}”.',
  undo: 'Undo',
  recentlyDeleted: 'Recently deleted ({count, number})',
  keptFor: 'Sessions are deleted forever 30 days after you delete them.',
  deletedAgo: 'deleted {ago}',
  restore: 'Restore',
  deleteForever: 'Delete forever now',
  confirm: {
    group: 'Delete {name} forever?',
    question: 'Delete “{name}” forever? Its {count, plural, one {# message} other {# messages}} can’t be restored.',
    delete: 'Delete forever',
    keep: 'Keep it',
  },
})
