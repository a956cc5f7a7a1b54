import type { UserConfigExport } from '@tarojs/cli'

const server = 'http://127.0.0.1:8730'

/** While developing, pages come from webpack's own server and operations from ours. */
export default {
  h5: {
    devServer: {
      host: '127.0.0.1',
      port: 10086,
      open: false,
      proxy: { '/rpc': { target: server }, '/photos': { target: server } },
    },
  },
} satisfies UserConfigExport<'webpack5'>
