/** Words that say nothing about what the player wants. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}

const STOP_WORDS = new Set(
  (
    'a an the this that these those some any my your his her its our their me you him it us them i we he she they ' +
    'myself yourself player am is are was were be been being have has had will would shall should can could may ' +
    'might must to of at on by for from with as and or but so then than now just please also too very really quite ' +
    'there here again towards toward about until want wants like need let lets gonna going wanna maybe perhaps ' +
    'all everything both carefully slowly quickly quietly softly ok okay yes oh hey hello hi what who whom whose where why when how which if else over off along around'
  ).split(' '),
)
