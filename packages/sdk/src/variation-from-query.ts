/**
 * The arm that a URL or its query string (`?checkout=1`) asks for: the first parameter named as the experiment, when it is
 * a whole number below `count`; null otherwise. Source: GrowthBook, "Build your own SDK", query string overrides.
 */
export function variationFromQuery(key: string, url: string, count: number): number | null {
  const start = url.indexOf('?')
  if (start < 0) return null
  const [query = ''] = url.slice(start + 1).split('#')
  for (const parameter of query.split('&')) {
    const [name, value = ''] = parameter.split('=')
    if (name !== key && name !== encodeURIComponent(key)) continue
    return /^\d+$/.test(value) && Number(value) < count ? Number(value) : null
  }
  return null
}
