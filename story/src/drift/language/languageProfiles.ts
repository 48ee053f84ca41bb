/** The small words of languages in Latin script: most words of a text are among the most frequent ones. */
const LISTS: Readonly<Record<string, string>> = {
  en: 'the of and to a in is that it you your for on with as at this but by from are not have be or an his her he she they was which there into no',
  de: 'der die das und ist in zu den nicht von sie mit dem des ein eine einen einer auf für im es du dein deine dich dir er ich sich auch aus an bei wie nach noch wird hat aber war',
  fr: 'le la les de des et est un une en du que qui dans il elle vous votre vos pas ne pour sur au aux avec ce se par plus tu ton ta je son sa ses mais',
  es: 'el la los las de y que en un una es no se por con para su lo al del como más pero te tu tus está hay le sus ya o este',
  it: 'il la le di e che in un una è non si per con del della dei nel alla al lo gli ma sono come ti tuo tua più da ha i su questo',
  pt: 'o a os as de e que em um uma é não se por com para do da dos no na ao como mais mas seu sua você está te pelo às',
  nl: 'de het een en van in is dat je op te niet zijn met voor er aan hij ze maar om ook als naar bij uit nog wordt heeft jouw door over',
  sv: 'och att det i en som är på av för den med ett till inte du har de om så din ditt från han hon men kan vid när sig under',
  da: 'og at det i en som er på af for den med et til ikke du har de om så din dit fra han hun men kan ved når sig der',
  no: 'og å det i en som er på av for den med et til ikke du har de om så din ditt fra han hun men kan ved når seg der',
  pl: 'i w na nie z się do to że jest o jak po ale za co od tak ty twój są jego jej przez przed ich już tylko dla',
  cs: 'a v na se je že z do to s o i ale jako po za jsi ty tvůj který co už jen při od pro nebo však své tak',
  fi: 'ja on ei se että hän sinä mutta kun niin joka ovat oli sen sinun myös kuin tai jo vain sinua nyt ole sitä mukaan',
  tr: 've bir bu da de için ile o sen senin gibi daha çok ama ne var yok mi kadar değil her sonra olarak içinde bir',
  hu: 'a az és hogy nem egy is van ez te de meg csak már el mint vagy volt ki ha fel még én ő azt',
  ro: 'de și în a la cu pe că nu o un este care din se pentru mai sunt ca tu tău ta dar au lui al',
}

export const languageProfiles: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.split(' '))]),
)

/** The names of languages, as players write them in settings. */
export const languageNames: ReadonlyMap<string, string> = new Map(
  [...languageProfiles.keys(), 'ru', 'uk', 'el', 'zh', 'ja', 'ko', 'ar', 'he', 'hi', 'th', 'bg'].flatMap((code) => {
    const english = new Intl.DisplayNames(['en'], { type: 'language' }).of(code)
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code)
    return [english, own].flatMap((name): [string, string][] =>
      name === undefined ? [] : [[name.toLowerCase(), code]],
    )
  }),
)

/** The script of a language that is not written in Latin letters. */
export const scripts: ReadonlyMap<string, readonly Script[]> = new Map<string, readonly Script[]>([
  ['ru', ['Cyrillic']],
  ['uk', ['Cyrillic']],
  ['bg', ['Cyrillic']],
  ['sr', ['Cyrillic', 'Latin']],
  ['el', ['Greek']],
  ['zh', ['Han']],
  ['ja', ['Han', 'Kana']],
  ['ko', ['Hangul', 'Han']],
  ['ar', ['Arabic']],
  ['fa', ['Arabic']],
  ['he', ['Hebrew']],
  ['hi', ['Devanagari']],
  ['th', ['Thai']],
])

export type Script =
  'Latin' | 'Cyrillic' | 'Greek' | 'Han' | 'Kana' | 'Hangul' | 'Arabic' | 'Hebrew' | 'Devanagari' | 'Thai'
