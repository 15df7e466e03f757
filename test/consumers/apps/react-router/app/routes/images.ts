import { handler } from '../backend.server.ts'

export const loader = ({ request }: { request: Request }) => handler(request)
export const action = loader
