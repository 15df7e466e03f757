/** Where the protocol is served unless told otherwise. */
export const defaultEndpoint = '/api/images'
