import { type CSSVariablesResolver, createTheme } from '@mantine/core'

const SYSTEM_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif"
const MONO_FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace"

export const theme = createTheme({
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: MONO_FONT,
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  colors: {
    ink: ['#eaf2fa', '#d3e2f1', '#a8c6e3', '#7ba9d5', '#558fc8', '#3b7ebf', '#2b6fb0', '#1f5c99', '#174c82', '#0d3b6a'],
  },
})

/** Ties the component library to the tokens of tokens.css, so that a colour is written once. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: SCHEME,
  dark: SCHEME,
})

const SCHEME = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--raised)',
  '--mantine-color-default-border': 'var(--line-strong)',
}
