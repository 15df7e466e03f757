/** Whether this is a development build: false here, for production and for plain Node; its twins know better. */
export const isDevelopment: boolean = false
