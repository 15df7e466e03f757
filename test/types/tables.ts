// What the rows of the tables must say. The tables are written as literals, so that their types are their rows.
import { acceptedTypes } from '../../src/api/acceptedTypes.ts'
import { cloudflareErrors } from '../../src/api/cloudflareErrors.ts'
import type { CloudflareErrorEntry } from '../../src/api/cloudflareErrors.ts'
import { endpoints } from '../../src/api/endpoints.ts'
import type { Endpoint } from '../../src/api/endpoints.ts'
import { errorCodes } from '../../src/api/errorCodes.ts'
import { routes } from '../../src/api/routes.ts'
import type { Route } from '../../src/api/routes.ts'
import type { TransformOptionName } from '../../src/url/optionNames.ts'
import { optionTable } from '../../src/url/optionTable.ts'
import type { OptionRow } from '../../src/url/optionTable.ts'

export const tables = [
  acceptedTypes satisfies Record<string, readonly string[]>,
  cloudflareErrors satisfies Record<number, CloudflareErrorEntry>,
  endpoints satisfies Record<string, Endpoint>,
  errorCodes satisfies Record<string, { status: number; retryable: boolean }>,
  optionTable satisfies Record<TransformOptionName, OptionRow>,
  routes satisfies Record<string, Route>,
]
