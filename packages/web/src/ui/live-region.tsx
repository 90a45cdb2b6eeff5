import { createContext, type ReactNode, useContext, useState } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Says things to a screen reader that others see happen. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  return (
    <AnnounceContext value={setText}>
      {children}
      <div role="status" aria-live="polite" className="hidden-text">
        {text}
      </div>
    </AnnounceContext>
  )
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext)
}
