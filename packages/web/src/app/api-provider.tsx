import { QueryClientProvider } from '@tanstack/react-query'
import { newClient, type VerdictClient } from '@verdict/client'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { readToken, storeToken } from '../features/access/session-token.ts'
import { TokenDialog } from '../features/access/token-dialog.tsx'
import { useSpeech } from '../i18n/language-context.ts'
import { newQueryClient } from './query-client.ts'

const ApiContext = createContext<VerdictClient | null>(null)

/** The API client of the page; asks for a token when the server wants one. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const { language } = useSpeech()
  const [token, setToken] = useState(readToken)
  const [isAsking, setAsking] = useState(false)
  const queries = useMemo(() => newQueryClient({ onUnauthorized: () => setAsking(true) }), [])
  const api = useMemo(
    () => newClient({ baseUrl: '', token, fetch: request => fetch(inLanguage(request, language)) }),
    [token, language],
  )
  const acceptToken = (next: string) => {
    storeToken(next)
    setToken(next)
    setAsking(false)
    // After the render that brings the client with the new token.
    setTimeout(() => void queries.resetQueries())
  }
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      <TokenDialog
        isOpen={isAsking}
        wasRefused={token !== null}
        onSave={acceptToken}
        onClose={() => setAsking(false)}
      />
    </ApiContext>
  )
}

export function useApi(): VerdictClient {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('A page needs an ApiProvider around it')
  return api
}

function inLanguage(input: RequestInfo | URL, language: string): Request {
  const request = new Request(input)
  request.headers.set('Accept-Language', language)
  return request
}
