const KEY = 'ab-test:api-token:v1'

/** The API token of this tab; it goes with the tab. */
export function readToken(): string | null {
  return sessionStorage.getItem(KEY)
}

export function storeToken(token: string): void {
  sessionStorage.setItem(KEY, token)
}
