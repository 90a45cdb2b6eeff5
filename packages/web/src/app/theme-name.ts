export const THEME_NAMES = ['light', 'dark', 'system'] as const
export type ThemeName = (typeof THEME_NAMES)[number]
type ColorScheme = 'light' | 'dark' | 'auto'

/** What the component library calls a theme; the system's for anything unknown. */
export function colorSchemeOf(name: string | null): ColorScheme {
  return name === 'light' || name === 'dark' ? name : 'auto'
}

/** What we call it, and store. */
export function themeNameOf(scheme: ColorScheme): ThemeName {
  return scheme === 'auto' ? 'system' : scheme
}
