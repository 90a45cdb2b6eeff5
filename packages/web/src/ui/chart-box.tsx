import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** Gives a chart the width that there is. */
export function ChartBox({ children }: { children: (width: number) => ReactNode }) {
  const { ref, width } = useElementSize()
  return (
    <div ref={ref} style={{ minWidth: 0 }}>
      {width > 0 && children(Math.floor(width))}
    </div>
  )
}
