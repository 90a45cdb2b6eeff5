import { useDirection } from '@mantine/core'
import { useEffect } from 'react'
import { useSpeech } from '../i18n/language-context.ts'

/** Tells the component library which way the language runs. */
export function useDirectionSync(): void {
  const { direction } = useSpeech()
  const { setDirection } = useDirection()
  useEffect(() => setDirection(direction), [direction, setDirection])
}
