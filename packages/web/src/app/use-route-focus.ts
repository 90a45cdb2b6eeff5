import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../ui/live-region.tsx'

const TITLE_DELAY_MS = 400

/** After a change of page: focus goes to its start, and its title is said. */
export function useRouteFocus() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  const announce = useAnnounce()
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
    const timer = setTimeout(() => announce(document.title), TITLE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [pathname, announce])
  return main
}
