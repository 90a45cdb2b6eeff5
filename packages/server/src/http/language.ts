export const LANGUAGES = ['en', 'ru', 'de', 'es', 'fr', 'zh', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** The best language of an Accept-Language header that we speak; English otherwise. `*` is ignored. */
export function preferredLanguage(header: string | undefined): Language {
  const ranked = (header ?? '')
    .split(',')
    .map(readPreference)
    .filter(preference => preference.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranked) {
    const language = LANGUAGES.find(known => known === tag)
    if (language) return language
  }
  return 'en'
}

function readPreference(part: string): { readonly tag: string; readonly quality: number } {
  const [range = '', ...parameters] = part.trim().split(';')
  const quality = parameters.map(parameter => parameter.trim()).find(parameter => parameter.startsWith('q='))
  const value = quality === undefined ? 1 : Number(quality.slice(2))
  return { tag: range.split('-')[0]!.trim().toLowerCase(), quality: Number.isFinite(value) ? value : 0 }
}
