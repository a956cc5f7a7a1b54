const { randomUUID } = require('node:crypto')

/** Every request of a burst is another command. */
module.exports = (request) => ({
  ...request,
  headers: { ...request.headers, 'idempotency-key': `bench-${randomUUID()}` },
})
