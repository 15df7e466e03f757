import { index, route } from '@react-router/dev/routes'
import type { RouteConfig } from '@react-router/dev/routes'

export default [
  index('routes/library.tsx'),
  route('streamed', 'routes/streamed.tsx'),
  route('alone', 'routes/alone.tsx'),
  route('api/images/*', 'routes/images.ts'),
] satisfies RouteConfig
