import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { openApiDocument } from './openapi.ts'
import { contentSecurityPolicy } from './security-headers.ts'

// The bundle asks for its logo from a host of its own.
const REDOC_LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg'

const resolve = createRequire(import.meta.url).resolve

/** The OpenAPI document, and two pages that show it; all from this server, under the strict policy. */
export async function addApiPages(server: FastifyInstance, openApi: ReturnType<typeof openApiDocument>): Promise<void> {
  const document = JSON.stringify(openApi)
  server.get('/openapi.json', (_request, response) => response.type('application/json').send(document))
  await server.register(fastifyStatic, {
    root: dirname(resolve('swagger-ui-dist/package.json')),
    prefix: '/docs/assets/',
    decorateReply: false,
    index: false,
    allowedPath: path => /^\/swagger-ui(-bundle)?\.(js|css)$/.test(path),
  })
  let redoc: string | null = null
  server.get('/redoc/assets/redoc.standalone.js', (_request, response) => {
    redoc ??= readRedoc()
    return response.type('text/javascript').send(redoc)
  })
  server.get('/docs', (_request, response) => html(response, SWAGGER_PAGE))
  server.get('/docs/start.js', (_request, response) => response.type('text/javascript').send(SWAGGER_START))
  server.get('/redoc', (_request, response) =>
    html(response.header('content-security-policy', contentSecurityPolicy({ 'worker-src': 'blob:' })), REDOC_PAGE),
  )
  server.get('/redoc/start.js', (_request, response) => response.type('text/javascript').send(REDOC_START))
}

function readRedoc(): string {
  const bundle = join(dirname(resolve('redoc/package.json')), 'bundles/redoc.standalone.js')
  return readFileSync(bundle, 'utf8').replaceAll(REDOC_LOGO, 'data:,')
}

function html(response: FastifyReply, page: string): FastifyReply {
  return response.type('text/html; charset=utf-8').send(page)
}

const SWAGGER_START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null })\n`
const REDOC_START = `Redoc.init('/openapi.json', { hideLoading: true }, document.getElementById('page'))\n`

const SWAGGER_PAGE = page(
  '<link rel="stylesheet" href="/docs/assets/swagger-ui.css">',
  '<script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>',
)
const REDOC_PAGE = page(
  '',
  '<script src="/redoc/assets/redoc.standalone.js"></script><script src="/redoc/start.js"></script>',
)

function page(head: string, scripts: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Verdict API</title><link rel="icon" href="data:,">${head}</head>
<body><div id="page"></div>${scripts}</body>
</html>
`
}
