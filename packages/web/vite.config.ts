import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = 'http://127.0.0.1:8008'
const SERVED_BY_SERVER = ['/api', '/docs', '/redoc', '/openapi.json', '/health', '/livez', '/readyz', '/metrics']

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: 5173, proxy: Object.fromEntries(SERVED_BY_SERVER.map(path => [path, SERVER])) },
  // The content security policy allows scripts from files only, and nothing as data: but images.
  build: { outDir: 'dist', assetsDir: 'assets', assetsInlineLimit: 0, target: 'es2022', emptyOutDir: true },
})
