import { hydrateRoot } from 'react-dom/client'
import { pages } from './pages.tsx'

const Page = pages[location.pathname]!
const root = hydrateRoot(
  document.querySelector('main')!,
  <Page search={location.search} />,
)
window.leave = () => root.render(null)
document.documentElement.dataset['alive'] = 'true'
