import { createText } from './createText.ts'

export const modelSelectorText = createText({
  label: 'Narrator',
  list: '{label}: models',
  failed: 'Couldn’t load your models. Try again',
  noModels: 'No model yet:',
  noMatch: 'No matching models.',
  chosen: 'chosen',
  switching: 'Switching…',
  replaces: 'Replaces a deleted model',
})
