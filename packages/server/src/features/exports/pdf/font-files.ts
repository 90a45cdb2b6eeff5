import { createRequire } from 'node:module'

export const FAMILIES = ['sans', 'chinese', 'arabic'] as const
export type Family = (typeof FAMILIES)[number]
export type Weight = 'regular' | 'bold'

const require = createRequire(import.meta.url)

/** The path of a TrueType file; pdfkit embeds only the glyphs that a report uses. */
export function fontFile(family: Family, weight: Weight): string {
  return require.resolve(`@expo-google-fonts/${FILES[family][weight]}`)
}

const FILES: Readonly<Record<Family, Readonly<Record<Weight, string>>>> = {
  sans: {
    regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  chinese: {
    regular: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
  arabic: {
    regular: 'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
    bold: 'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  },
}
