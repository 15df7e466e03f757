/** Whether this is a development build: the `development` condition of bundlers resolves here. */
export const isDevelopment: boolean = true
