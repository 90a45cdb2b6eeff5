import { type ReactNode, useCallback, useState } from 'react'

/** Gives a chart the width that there is. */
export function ChartBox({ children }: { children: (width: number) => ReactNode }) {
  const [width, setWidth] = useState(0)
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={measure} style={{ minWidth: 0 }}>
      {width > 0 && children(width)}
    </div>
  )
}
