/** The page may set the custom properties, one set a theme; alone, a chart is dark ink on white. */
export const CHART_COLORS = {
  ink: 'var(--chart-ink, #1a1b1e)',
  muted: 'var(--chart-muted, #5c636b)',
  grid: 'var(--chart-grid, #dee2e6)',
  accent: 'var(--chart-accent, #1864ab)',
  surface: 'var(--chart-surface, #ffffff)',
} as const
