import type { Tone } from '../document/report-document.ts'
import type { TextStyle } from './pdf-writer.ts'

/** A4 in points, and how everything on it looks. */
export const PAGE = { width: 595.28, height: 841.89, side: 54, top: 64, bottom: 64 } as const
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.side

export const COLORS = {
  ink: '#1a1b1e',
  muted: '#565d66',
  line: '#d5dae0',
  soft: '#f4f6f8',
  accent: '#1864ab',
} as const

export const TONES: Readonly<Record<Tone, string>> = { good: '#1b6e32', bad: '#b02525', waiting: '#7a5200' }

export const STYLES = {
  kind: { size: 9.5, color: COLORS.accent, weight: 'bold' },
  title: { size: 22, color: COLORS.ink, weight: 'bold' },
  section: { size: 13.5, color: COLORS.ink, weight: 'bold' },
  subheading: { size: 10, color: COLORS.ink, weight: 'bold' },
  body: { size: 9.5, color: COLORS.ink },
  note: { size: 8.5, color: COLORS.muted },
  label: { size: 8.5, color: COLORS.muted },
  head: { size: 8, color: COLORS.muted, weight: 'bold' },
  cell: { size: 8.5, color: COLORS.ink },
  value: { size: 16, color: COLORS.ink, weight: 'bold' },
  margin: { size: 8, color: COLORS.muted },
} as const satisfies Readonly<Record<string, TextStyle>>

/** From one baseline to the next, by the size of the text. Room for every script. */
export const LEADING = 1.5
/** From the top of a line to its baseline. */
export const ASCENT = 1.08
