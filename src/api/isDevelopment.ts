/** Whether this is a development build: false here, true in the twin that the `development` condition resolves. */
export const isDevelopment: boolean = false
