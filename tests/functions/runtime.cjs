// One instance of a cloud function, as WeChat's runtime runs it: requires what was uploaded (the folder it is started
// in), and for each call puts the caller into the environment, where WeChat's SDK reads him, and awaits main(event, context).
const began = performance.now()
const { main } = require(`${process.cwd()}/index.js`)
process.send({ requiredInMs: performance.now() - began })

let caller = []

process.on('message', async ({ event, variables, requestId }) => {
  for (const name of caller) delete process.env[name]
  caller = Object.keys(variables)
  Object.assign(process.env, variables)
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: 512,
    time_limit_in_ms: 20_000,
    request_id: requestId,
    environment: JSON.stringify(variables),
    function_name: process.cwd().split('/').pop(),
    function_version: '$LATEST',
    namespace: process.env.SCF_NAMESPACE,
  }
  const called = performance.now()
  try {
    const answer = await main(event, context)
    process.send({ answer, ms: performance.now() - called, waits: context.callbackWaitsForEmptyEventLoop })
  } catch (thrown) {
    // The platform shows the caller an opaque error (errCode -504002).
    process.send({ thrown: String(thrown) })
  }
})
