import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ImagesProvider } from 'react-cloudflare-images'
import { defineDelivery } from 'react-cloudflare-images/url'
import 'react-cloudflare-images/styles.css'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'

const delivery = defineDelivery({
  accountHash: import.meta.env.VITE_ACCOUNT_HASH,
  baseUrl: import.meta.env.VITE_DELIVERY_URL,
})

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <title>React Router</title>
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <ImagesProvider delivery={delivery}>
        <Outlet />
      </ImagesProvider>
    </QueryClientProvider>
  )
}
