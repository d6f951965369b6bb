import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.TANLU_SERVER ?? 'http://127.0.0.1:8642'

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': server } },
  build: {
    outDir: '../src/tanlu/web/static',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  test: { environment: 'jsdom', include: ['tests/**/*.test.{ts,tsx}'] },
})
