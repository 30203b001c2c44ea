import { defineConfig } from 'vite';

export default defineConfig({
  // Top-level await is newer than what Vite builds for by default.
  build: { target: 'es2022' },
  // While it is developed: `npm run dev`, beside the service on its own port.
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
